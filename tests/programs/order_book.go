// run

// A stock exchange: order books on two heaps, matching by price and time, one goroutine a symbol fed by a router, trades fanned out to
// accounts and a ticker; orders cancelled, expired, filled in parts; sums of money and shares conserved.
package main

import (
	"cmp"
	"container/heap"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

type Side bool

const (
	Buy  Side = true
	Sell Side = false
)

func (s Side) String() string {
	if s {
		return "buy"
	}
	return "sell"
}

type Order struct {
	ID, Qty int
	Price   int64
	Side
	Symbol, Who string
	index       int
}

type Trade struct {
	Symbol        string
	Buyer, Seller string
	Qty           int
	Price         int64
}

type book struct {
	orders []*Order
	better func(a, b *Order) bool
}

func (b *book) Len() int           { return len(b.orders) }
func (b *book) Less(i, j int) bool { return b.better(b.orders[i], b.orders[j]) }
func (b *book) Swap(i, j int) {
	o := b.orders
	o[i], o[j] = o[j], o[i]
	o[i].index, o[j].index = i, j
}
func (b *book) Push(x any) {
	o := x.(*Order)
	o.index = len(b.orders)
	b.orders = append(b.orders, o)
}
func (b *book) Pop() any {
	n := len(b.orders) - 1
	o := b.orders[n]
	b.orders = b.orders[:n]
	o.index = -1
	return o
}

type market struct {
	in    chan any
	books map[Side]*book
	byID  map[int]*Order
	out   func(Trade)
}

var ErrGone = errors.New("order is gone")

type cancel struct {
	id    int
	reply chan<- error
}

func newMarket(out func(Trade)) *market {
	byPrice := func(sign int) func(a, b *Order) bool {
		return func(a, b *Order) bool {
			return cmp.Or(sign*cmp.Compare(a.Price, b.Price), cmp.Compare(a.ID, b.ID)) < 0
		}
	}
	return &market{make(chan any, 8), map[Side]*book{Buy: {better: byPrice(-1)}, Sell: {better: byPrice(1)}}, map[int]*Order{}, out}
}

func (m *market) run() {
	for x := range m.in {
		switch x := x.(type) {
		case *Order:
			m.match(x)
		case cancel:
			o, ok := m.byID[x.id]
			if !ok {
				x.reply <- fmt.Errorf("cancel %d: %w", x.id, ErrGone)
				continue
			}
			heap.Remove(m.books[o.Side], o.index)
			delete(m.byID, x.id)
			x.reply <- nil
		case chan []string:
			var lines []string
			for side, b := range m.books {
				for _, o := range b.orders {
					lines = append(lines, fmt.Sprintf("%v %d@%d #%d", side, o.Qty, o.Price, o.ID))
				}
			}
			slices.Sort(lines)
			x <- lines
		}
	}
}

func (m *market) match(o *Order) {
	other := m.books[!o.Side]
	for o.Qty > 0 && other.Len() > 0 {
		best := other.orders[0]
		if o.Side == Buy && best.Price > o.Price || o.Side == Sell && best.Price < o.Price {
			break
		}
		n := min(o.Qty, best.Qty)
		t := Trade{o.Symbol, o.Who, best.Who, n, best.Price}
		if o.Side == Sell {
			t.Buyer, t.Seller = t.Seller, t.Buyer
		}
		o.Qty -= n
		if best.Qty -= n; best.Qty == 0 {
			delete(m.byID, heap.Pop(other).(*Order).ID)
		}
		m.out(t)
	}
	if o.Qty > 0 {
		heap.Push(m.books[o.Side], o)
		m.byID[o.ID] = o
	}
}

type exchange struct {
	markets map[string]*market
	trades  chan Trade
	wg      sync.WaitGroup
	mu      sync.Mutex
	cash    map[string]int64
	shares  map[[2]string]int
	tape    map[string][]string
	settled sync.WaitGroup
}

func open(symbols ...string) *exchange {
	x := &exchange{markets: map[string]*market{}, trades: make(chan Trade), cash: map[string]int64{}, shares: map[[2]string]int{}, tape: map[string][]string{}}
	for _, s := range symbols {
		m := newMarket(func(t Trade) { x.trades <- t })
		x.markets[s] = m
		x.wg.Go(m.run)
	}
	x.settled.Go(func() {
		for t := range x.trades {
			x.mu.Lock()
			money := int64(t.Qty) * t.Price
			x.cash[t.Buyer] -= money
			x.cash[t.Seller] += money
			x.shares[[...]string{t.Buyer, t.Symbol}] += t.Qty
			x.shares[[...]string{t.Seller, t.Symbol}] -= t.Qty
			x.tape[t.Symbol] = append(x.tape[t.Symbol], fmt.Sprintf("%s>%s %d@%d", t.Seller, t.Buyer, t.Qty, t.Price))
			x.mu.Unlock()
		}
	})
	return x
}

func (x *exchange) close() {
	for _, m := range x.markets {
		close(m.in)
	}
	x.wg.Wait()
	close(x.trades)
	x.settled.Wait()
}

func main() {
	x := open("GOV", "MEM")
	id := 0
	for line := range strings.Lines(`ann sell 10 GOV 101
bob sell 5 GOV 100
cat buy 3 GOV 99
ann buy 4 MEM 50
dan buy 12 GOV 101
eve sell 9 MEM 40
bob buy 1 GOV 99
eve sell 2 GOV 98
`) {
		id++
		o := &Order{ID: id}
		var side string
		if _, err := fmt.Sscan(line, &o.Who, &side, &o.Qty, &o.Symbol, &o.Price); err != nil {
			panic(err)
		}
		o.Side = side == "buy"
		x.markets[o.Symbol].in <- o
	}
	reply := make(chan error)
	for _, n := range []int{1, 1, 77} {
		x.markets["GOV"].in <- cancel{n, reply}
		err := <-reply
		fmt.Println(err, errors.Is(err, ErrGone))
	}
	for _, s := range slices.Sorted(maps.Keys(x.markets)) {
		view := make(chan []string)
		x.markets[s].in <- view
		fmt.Println(s, <-view)
	}
	x.close()
	fmt.Println(x.tape)
	fmt.Println(x.cash)

	// Many traders at once: what exactly is traded depends on the schedule, the sums do not.
	x = open("A", "B", "C")
	var traders sync.WaitGroup
	for trader := range 6 {
		traders.Go(func() {
			seed := uint32(trader + 1)
			next := func(n uint32) int { seed = seed*1664525 + 1013904223; return int(seed >> 16 % n) }
			for i := range 40 {
				s := string(rune('A' + next(3)))
				x.markets[s].in <- &Order{ID: trader*1000 + i, Qty: 1 + next(9), Price: int64(90 + next(20)), Side: next(2) == 0, Symbol: s, Who: fmt.Sprint("t", trader)}
				if i%8 == 7 {
					reply := make(chan error, 1)
					x.markets[s].in <- cancel{trader*1000 + i, reply}
					<-reply
				}
			}
		})
	}
	traders.Wait()
	x.close()
	var money int64
	shares := map[string]int{}
	for _, c := range x.cash {
		money += c
	}
	for k, n := range x.shares {
		shares[k[1]] += n
	}
	crossed := false
	for _, m := range x.markets {
		b, s := m.books[Buy], m.books[Sell]
		crossed = crossed || b.Len() > 0 && s.Len() > 0 && b.orders[0].Price >= s.orders[0].Price
	}
	fmt.Println(money, shares, crossed, len(x.tape["A"]) > 0)
}

// Output:
// <nil> false
// cancel 1: order is gone true
// cancel 77: order is gone true
// GOV [buy 1@99 #3 buy 1@99 #7]
// MEM [sell 5@40 #6]
// map[GOV:[bob>dan 5@100 ann>dan 7@101 eve>cat 2@99] MEM:[eve>ann 4@50]]
// map[ann:507 bob:500 cat:-198 dan:-1207 eve:398]
// 0 map[A:0 B:0 C:0] false true
