// run
package main

import (
	"errors"
	"fmt"
	"sync"
)

// Accounts as actors with mailboxes, and as locked values; transfers never lose money, and do not deadlock.

var errFunds = errors.New("insufficient funds")

type request struct {
	change int
	reply  chan error
}

type account struct {
	id    int
	inbox chan request
	ask   chan chan int
}

func open(id, balance int, done <-chan struct{}, wg *sync.WaitGroup) *account {
	a := &account{id, make(chan request), make(chan chan int)}
	wg.Add(1)
	go func() {
		defer wg.Done()
		for {
			select {
			case r := <-a.inbox:
				if balance+r.change < 0 {
					r.reply <- fmt.Errorf("account %d: %w", a.id, errFunds)
				} else {
					balance += r.change
					r.reply <- nil
				}
			case c := <-a.ask:
				c <- balance
			case <-done:
				return
			}
		}
	}()
	return a
}

func (a *account) change(n int) error {
	reply := make(chan error, 1)
	a.inbox <- request{n, reply}
	return <-reply
}

func (a *account) balance() int {
	c := make(chan int)
	a.ask <- c
	return <-c
}

func transfer(from, to *account, n int) error {
	if err := from.change(-n); err != nil {
		return err
	}
	return to.change(n)
}

type locked struct {
	mu      sync.Mutex
	id      int
	balance int
}

// move locks in order of number.
func move(from, to *locked, n int) error {
	if from == to {
		return nil
	}
	first, second := from, to
	if first.id > second.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if from.balance < n {
		return fmt.Errorf("account %d: %w", from.id, errFunds)
	}
	from.balance -= n
	to.balance += n
	return nil
}

type tally struct {
	sync.Mutex
	ok, failed int
}

func (t *tally) note(err error) {
	t.Lock()
	defer t.Unlock()
	switch {
	case err == nil:
		t.ok++
	case errors.Is(err, errFunds):
		t.failed++
	default:
		panic(err)
	}
}

func main() {
	const n = 6
	done := make(chan struct{})
	var actors, clients sync.WaitGroup
	var accounts []*account
	for i := range n {
		accounts = append(accounts, open(i, 100, done, &actors))
	}
	var t tally
	for c := range 5 {
		clients.Go(func() {
			for i := range 20 {
				from, to := accounts[(c+i)%n], accounts[(c+3*i+1)%n]
				if from != to {
					t.note(transfer(from, to, 1+(c*i)%7))
				}
			}
		})
	}
	clients.Wait()
	sum := 0
	for _, a := range accounts {
		sum += a.balance()
	}
	fmt.Println("actors", sum, t.ok+t.failed)
	fmt.Println(transfer(accounts[0], accounts[1], 10_000))
	close(done)
	actors.Wait()

	var list [n]*locked
	for i := range list {
		list[i] = &locked{id: i, balance: 100}
	}
	t = tally{}
	for c := range 6 {
		clients.Go(func() {
			for i := range 40 {
				t.note(move(list[(c+i)%n], list[(c*i+2)%n], 30))
			}
		})
	}
	clients.Wait()
	sum = 0
	for _, l := range list {
		if l.balance < 0 {
			panic("overdrawn")
		}
		sum += l.balance
	}
	fmt.Println("locked", sum, t.ok+t.failed)
}

// Output:
// actors 600 100
// account 0: insufficient funds
// locked 600 240
