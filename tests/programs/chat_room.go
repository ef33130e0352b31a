// run

// A chat server in one process: clients over net.Pipe-like in-memory pipes from io, a hub goroutine with select over many channels, rooms,
// private messages, commands parsed with bufio, timeouts, slow readers that are dropped, an orderly shutdown.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
)

type conn struct {
	io.Reader
	io.Writer
	close func() error
}

func (c *conn) Close() error { return c.close() }

func pipe() (a, b io.ReadWriteCloser) {
	r1, w1 := io.Pipe()
	r2, w2 := io.Pipe()
	a = &conn{r1, w2, func() error { return errors.Join(r1.Close(), w2.Close()) }}
	b = &conn{r2, w1, func() error { return errors.Join(r2.Close(), w1.Close()) }}
	return
}

type client struct {
	name string
	room *room
	out  chan string
	done chan struct{}
	io.Closer
}

type room struct {
	name    string
	members []*client
}

type request struct {
	from *client
	line string
	ack  chan<- struct{}
}

type server struct {
	joins    chan *client
	leaves   chan *client
	requests chan request
	quit     chan chan []string
	rooms    map[string]*room
	clients  map[string]*client
	wg       sync.WaitGroup
	dropped  []string
}

func newServer() *server {
	s := &server{make(chan *client), make(chan *client), make(chan request), make(chan chan []string), map[string]*room{}, map[string]*client{}, sync.WaitGroup{}, nil}
	s.wg.Go(s.run)
	return s
}

func (s *server) tell(c *client, format string, args ...any) {
	select {
	case c.out <- fmt.Sprintf(format, args...):
	default:
		if !slices.Contains(s.dropped, c.name) {
			s.dropped = append(s.dropped, c.name)
		}
		s.remove(c)
	}
}

func (r *room) each(f func(*client)) {
	for _, m := range slices.Clone(r.members) {
		f(m)
	}
}

func (s *server) move(c *client, to string) {
	if old := c.room; old != nil {
		old.members = slices.DeleteFunc(old.members, func(m *client) bool { return m == c })
		old.each(func(m *client) { s.tell(m, "- %s left", c.name) })
		if len(old.members) == 0 {
			delete(s.rooms, old.name)
		}
	}
	c.room = nil
	if to == "" {
		return
	}
	r, ok := s.rooms[to]
	if !ok {
		r = &room{name: to}
		s.rooms[to] = r
	}
	r.each(func(m *client) { s.tell(m, "+ %s joined", c.name) })
	s.rooms[to] = r // it may have become empty, and gone, meanwhile
	r.members = append(r.members, c)
	c.room = r
}

func (s *server) remove(c *client) {
	if s.clients[c.name] != c {
		return
	}
	delete(s.clients, c.name)
	s.move(c, "")
	close(c.out)
}

func (s *server) command(c *client, line string) {
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "/join":
		s.move(c, rest)
	case "/who":
		var names []string
		for _, m := range c.room.members {
			names = append(names, m.name)
		}
		s.tell(c, "in %s: %s", c.room.name, strings.Join(names, ", "))
	case "/msg":
		to, text, _ := strings.Cut(rest, " ")
		if target := s.clients[to]; target != nil {
			s.tell(target, "(%s) %s", c.name, text)
		} else {
			s.tell(c, "! nobody is called %q", to)
		}
	case "/panic":
		var r *room
		s.tell(c, "%s", r.name)
	default:
		if strings.HasPrefix(verb, "/") {
			s.tell(c, "! unknown %s", verb)
			return
		}
		c.room.each(func(m *client) {
			if m != c {
				s.tell(m, "%s: %s", c.name, line)
			}
		})
	}
}

func (s *server) guard(c *client, f func()) {
	defer func() {
		if r := recover(); r != nil {
			s.tell(c, "! internal: %v", r)
		}
	}()
	f()
}

func (s *server) run() {
	for {
		select {
		case c := <-s.joins:
			if _, taken := s.clients[c.name]; taken {
				c.out <- "! name is taken"
				close(c.out)
				continue
			}
			s.clients[c.name] = c
			s.move(c, "lobby")
			s.tell(c, "welcome %s", c.name)
		case c := <-s.leaves:
			s.remove(c)
		case r := <-s.requests:
			if s.clients[r.from.name] == r.from {
				s.guard(r.from, func() { s.command(r.from, r.line) })
			}
			close(r.ack)
		case reply := <-s.quit:
			var names []string
			for n, c := range s.clients {
				names = append(names, n)
				close(c.out)
			}
			slices.Sort(names)
			reply <- names
			return
		}
	}
}

func (s *server) serve(rw io.ReadWriteCloser, buffer int) {
	in := bufio.NewScanner(rw)
	if !in.Scan() {
		return
	}
	c := &client{name: in.Text(), out: make(chan string, buffer), done: make(chan struct{}), Closer: rw}
	s.joins <- c
	s.wg.Go(func() {
		defer close(c.done)
		w := bufio.NewWriter(rw)
		for line := range c.out {
			fmt.Fprintln(w, line)
			if w.Flush() != nil {
				for range c.out {
				}
			}
		}
		rw.Close()
	})
	s.wg.Go(func() {
		for in.Scan() {
			ack := make(chan struct{})
			select {
			case s.requests <- request{c, in.Text(), ack}:
				<-ack
			case <-c.done:
				return
			}
		}
		select {
		case s.leaves <- c:
		case <-c.done:
		}
	})
}

type user struct {
	rw    io.ReadWriteCloser
	lines chan string
	name  string
}

func (s *server) connect(name string, buffer int, reading bool) *user {
	mine, theirs := pipe()
	u := &user{mine, make(chan string, 100), name}
	go func() {
		fmt.Fprintln(mine, name)
	}()
	s.serve(theirs, buffer)
	if reading {
		go func() {
			defer close(u.lines)
			for sc := bufio.NewScanner(mine); sc.Scan(); {
				u.lines <- sc.Text()
			}
		}()
	}
	return u
}

func (u *user) say(line string) { fmt.Fprintln(u.rw, line) }

func (u *user) expect(n int) {
	for range n {
		select {
		case line, ok := <-u.lines:
			if !ok {
				fmt.Printf("%-5s| closed\n", u.name)
				return
			}
			fmt.Printf("%-5s| %s\n", u.name, line)
		case <-time.After(20 * time.Second):
			fmt.Printf("%-5s| nothing came\n", u.name)
		}
	}
}

func main() {
	s := newServer()
	ann := s.connect("ann", 50, true)
	ann.expect(1)
	bob := s.connect("bob", 50, true)
	bob.expect(1)
	ann.expect(1)
	twin := s.connect("ann", 5, true)
	twin.expect(2)
	ann.say("hello everybody")
	bob.expect(1)
	bob.say("/join quiet room")
	ann.expect(1)
	bob.say("/who")
	bob.say("/msg ann psst, over here")
	bob.say("/msg zed hi")
	bob.say("/dance")
	bob.say("/panic")
	bob.expect(4)
	ann.expect(1)
	ann.say("/join quiet room")
	bob.expect(1)

	// One who does not read is dropped when its queue is full, nobody waits.
	slow := s.connect("slow", 1, false)
	cal := s.connect("cal", 50, true)
	cal.expect(1)
	for i := range 20 {
		cal.say(fmt.Sprint("line ", i))
	}
	cal.say("/who")
	var last string
	for last = range cal.lines {
		if strings.HasPrefix(last, "in lobby") {
			break
		}
	}
	fmt.Println("cal saw:", last)
	slow.rw.Close()
	ann.rw.Close()
	bob.expect(1)
	reply := make(chan []string)
	s.quit <- reply
	fmt.Println("at the end:", <-reply)
	bob.expect(1)
	cal.expect(1)
	s.wg.Wait()
	fmt.Println(s.dropped, len(s.rooms))
}

// Output:
// ann  | welcome ann
// bob  | welcome bob
// ann  | + bob joined
// ann  | ! name is taken
// ann  | closed
// bob  | ann: hello everybody
// ann  | - bob left
// bob  | in quiet room: bob
// bob  | ! nobody is called "zed"
// bob  | ! unknown /dance
// bob  | ! internal: runtime error: invalid memory address or nil pointer dereference
// ann  | (bob) psst, over here
// bob  | + ann joined
// cal  | welcome cal
// cal saw: in lobby: cal
// bob  | - ann left
// at the end: [bob cal]
// bob  | closed
// cal  | closed
// [slow] 2
