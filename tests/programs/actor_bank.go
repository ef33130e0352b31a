// run

// Actors with mailboxes: typed requests with reply channels, supervision that restarts a failed actor, transfers as two-phase
// exchanges, a ledger that must balance whatever the schedule.
package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"
	"sync"
)

type Message interface{ isMessage() }

type message struct{}

func (message) isMessage() {}

type (
	Deposit struct {
		message
		Amount int64
	}
	Reserve struct {
		message
		Amount int64
		Reply  chan<- error
	}
	Settle struct {
		message
		Amount int64
		Commit bool
	}
	Balance struct {
		message
		Reply chan<- Snapshot
	}
	Crash struct {
		message
		Reason any
	}
)

type Snapshot struct{ Free, Held, Restarts int64 }

type InsufficientFunds struct {
	Account   string
	Need, Has int64
}

func (e InsufficientFunds) Error() string {
	return fmt.Sprintf("%s: need %d, has %d", e.Account, e.Need, e.Has)
}

type Account struct {
	name    string
	mailbox chan Message
	state   Snapshot
	log     []string
	quit    chan struct{}
	stopped sync.WaitGroup
}

func Start(name string, opening int64) *Account {
	a := &Account{name: name, mailbox: make(chan Message, 4), quit: make(chan struct{})}
	a.state.Free = opening
	a.stopped.Add(1)
	go a.supervise()
	return a
}

func (a *Account) supervise() {
	defer a.stopped.Done()
	for {
		if err := a.run(); err == nil {
			return
		} else {
			a.state.Restarts++
			a.log = append(a.log, err.Error())
		}
	}
}

func (a *Account) run() (err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = fmt.Errorf("%s restarted: %w", a.name, e)
			} else {
				err = fmt.Errorf("%s restarted: %v", a.name, r)
			}
		}
	}()
	for {
		select {
		case m := <-a.mailbox:
			a.handle(m)
		case <-a.quit:
			for {
				select {
				case m := <-a.mailbox:
					a.handle(m)
				default:
					return nil
				}
			}
		}
	}
}

func (a *Account) handle(m Message) {
	switch m := m.(type) {
	case Deposit:
		a.state.Free += m.Amount
	case Reserve:
		if a.state.Free < m.Amount {
			m.Reply <- InsufficientFunds{a.name, m.Amount, a.state.Free}
			return
		}
		a.state.Free -= m.Amount
		a.state.Held += m.Amount
		m.Reply <- nil
	case Settle:
		a.state.Held -= m.Amount
		if !m.Commit {
			a.state.Free += m.Amount
		}
	case Balance:
		m.Reply <- a.state
	case Crash:
		panic(m.Reason)
	default:
		panic(fmt.Sprintf("unknown message %T", m))
	}
}

func ask[R any](a *Account, make_ func(chan<- R) Message) R {
	reply := make(chan R, 1)
	a.mailbox <- make_(reply)
	return <-reply
}

func (a *Account) Balance() Snapshot {
	return ask(a, func(r chan<- Snapshot) Message { return Balance{Reply: r} })
}

func Transfer(from, to *Account, amount int64, veto func() bool) error {
	if err := ask(from, func(r chan<- error) Message { return Reserve{Amount: amount, Reply: r} }); err != nil {
		return fmt.Errorf("transfer to %s: %w", to.name, err)
	}
	if veto() {
		from.mailbox <- Settle{Amount: amount}
		return errors.New("vetoed")
	}
	from.mailbox <- Settle{Amount: amount, Commit: true}
	to.mailbox <- Deposit{Amount: amount}
	return nil
}

type ledger struct {
	sync.Mutex
	outcomes map[string]int
}

func (l *ledger) count(err error) {
	l.Lock()
	defer l.Unlock()
	var short InsufficientFunds
	switch {
	case err == nil:
		l.outcomes["done"]++
	case errors.As(err, &short):
		l.outcomes["short"]++
	default:
		l.outcomes[err.Error()]++
	}
}

func main() {
	names := strings.Split("alice bob carol dave", " ")
	accounts := make([]*Account, len(names))
	for i, n := range names {
		accounts[i] = Start(n, 1000)
	}
	fmt.Println(Transfer(accounts[0], accounts[1], 250, func() bool { return false }))
	fmt.Println(Transfer(accounts[0], accounts[2], 5000, func() bool { return false }))
	fmt.Println(Transfer(accounts[3], accounts[2], 10, func() bool { return true }))
	for _, a := range accounts {
		fmt.Println(a.name, a.Balance())
	}

	var wg sync.WaitGroup
	l := ledger{outcomes: map[string]int{}}
	for worker := range 6 {
		random := rand.New(rand.NewPCG(uint64(worker), 99))
		wg.Go(func() {
			for i := range 40 {
				from, to := random.IntN(4), random.IntN(4)
				if i%13 == 5 {
					reasons := [...]any{"boom", errors.New("disk"), 42, fmt.Errorf("wrapped: %w", errors.ErrUnsupported)}
					accounts[from].mailbox <- Crash{Reason: reasons[from]}
				}
				l.count(Transfer(accounts[from], accounts[to], int64(random.IntN(400)), func() bool { return i%5 == 0 }))
			}
		})
	}
	wg.Wait()
	var total, restarts int64
	for _, a := range accounts {
		close(a.quit)
		a.stopped.Wait()
		total += a.state.Free + a.state.Held
		restarts += a.state.Restarts
		if a.state.Held != 0 || a.state.Free < 0 {
			fmt.Println("held", a.name, a.state)
		}
	}
	attempts := 0
	for _, n := range l.outcomes {
		attempts += n
	}
	fmt.Println("total", total, "attempts", attempts, "restarts", restarts)
	logs := map[string]bool{}
	for _, a := range accounts {
		for _, line := range a.log {
			logs[line] = true
		}
	}
	var lines []string
	for line := range logs {
		lines = append(lines, line)
	}
	sort.Strings(lines)
	fmt.Println(strings.Join(lines, "\n"))
}

// Output:
// <nil>
// transfer to carol: alice: need 5000, has 750
// vetoed
// alice {750 0 0}
// bob {1250 0 0}
// carol {1000 0 0}
// dave {1000 0 0}
// total 4000 attempts 240 restarts 18
// alice restarted: boom
// bob restarted: disk
// carol restarted: 42
// dave restarted: wrapped: unsupported operation
