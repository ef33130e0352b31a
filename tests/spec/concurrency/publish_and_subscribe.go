// run
package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// A broker with topics and patterns: one goroutine owns the state, others talk to it through channels. Slow
// subscribers lose messages, by a policy of their own.

type message struct {
	topic string
	body  any
}

type policy int

const (
	wait policy = iota
	dropNewest
	dropOldest
)

type subscription struct {
	pattern string
	c       chan message
	policy  policy
	dropped int
}

type broker struct {
	subscribe   chan *subscription
	unsubscribe chan *subscription
	publish     chan message
	quit        chan chan []string
}

func newBroker() *broker {
	b := &broker{make(chan *subscription), make(chan *subscription), make(chan message), make(chan chan []string)}
	go b.run()
	return b
}

func (b *broker) run() {
	subs := make(map[*subscription]bool)
	published := make(map[string]int)
	for {
		select {
		case s := <-b.subscribe:
			subs[s] = true
		case s := <-b.unsubscribe:
			if subs[s] {
				delete(subs, s)
				close(s.c)
			}
		case m := <-b.publish:
			published[m.topic]++
			for s := range subs {
				if match(strings.Split(s.pattern, "/"), strings.Split(m.topic, "/")) {
					s.deliver(m)
				}
			}
		case reply := <-b.quit:
			for s := range subs {
				close(s.c)
			}
			var lines []string
			for topic, n := range published {
				lines = append(lines, fmt.Sprintf("%s: %d", topic, n))
			}
			sort.Strings(lines)
			reply <- lines
			return
		}
	}
}

// match takes * for any one word, # for any that follow.
func match(pattern, topic []string) bool {
	for i, word := range pattern {
		switch {
		case word == "#":
			return true
		case i == len(topic) || word != "*" && word != topic[i]:
			return false
		}
	}
	return len(pattern) == len(topic)
}

func (s *subscription) deliver(m message) {
	switch s.policy {
	case wait:
		s.c <- m
	case dropNewest:
		select {
		case s.c <- m:
		default:
			s.dropped++
		}
	case dropOldest:
		for {
			select {
			case s.c <- m:
				return
			default:
			}
			select {
			case <-s.c:
				s.dropped++
			default:
			}
		}
	}
}

func (b *broker) on(pattern string, size int, p policy) *subscription {
	s := &subscription{pattern: pattern, c: make(chan message, size), policy: p}
	b.subscribe <- s
	return s
}

func main() {
	b := newBroker()
	var wg sync.WaitGroup
	reports := make([]string, 3)
	for i, pattern := range []string{"sensor/*/temp", "sensor/#", "log/*"} {
		s := b.on(pattern, 0, wait)
		wg.Go(func() {
			n, sum := 0, 0
			topics := make(map[string]bool)
			for m := range s.c {
				n++
				topics[m.topic] = true
				switch v := m.body.(type) {
				case int:
					sum += v
				case string:
					sum += len(v)
				}
			}
			reports[i] = fmt.Sprintf("%s: %d messages of %d topics, sum %d", pattern, n, len(topics), sum)
		})
	}
	newest := b.on("sensor/0/*", 3, dropNewest)
	oldest := b.on("sensor/0/*", 3, dropOldest)
	gone := b.on("log/#", 1, wait)
	b.unsubscribe <- gone
	b.unsubscribe <- gone
	_, open := <-gone.c

	var publishers sync.WaitGroup
	for p := range 4 {
		publishers.Go(func() {
			for i := range 10 {
				b.publish <- message{fmt.Sprintf("sensor/%d/temp", p), i}
				if i%5 == 0 {
					b.publish <- message{"log/p" + fmt.Sprint(p), "text"}
				}
			}
			b.publish <- message{fmt.Sprintf("sensor/%d", p), 100}
		})
	}
	publishers.Wait()
	reply := make(chan []string)
	b.quit <- reply
	for _, line := range <-reply {
		fmt.Println(line)
	}
	wg.Wait()
	fmt.Println(strings.Join(reports, "\n"))
	drain := func(s *subscription) (list []any) {
		for m := range s.c {
			list = append(list, m.body)
		}
		return
	}
	fmt.Println("first", drain(newest), newest.dropped)
	fmt.Println("last", drain(oldest), oldest.dropped, open)
}

// Output:
// log/p0: 2
// log/p1: 2
// log/p2: 2
// log/p3: 2
// sensor/0/temp: 10
// sensor/0: 1
// sensor/1/temp: 10
// sensor/1: 1
// sensor/2/temp: 10
// sensor/2: 1
// sensor/3/temp: 10
// sensor/3: 1
// sensor/*/temp: 40 messages of 4 topics, sum 180
// sensor/#: 44 messages of 8 topics, sum 580
// log/*: 8 messages of 4 topics, sum 32
// first [0 1 2] 7
// last [7 8 9] 7 false
