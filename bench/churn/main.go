// Allocation churn for bench/churn/run: objects of all size classes, strings, maps and lists come and go; what lives stays about the
// same. The program stops after the seconds of its argument, and checks its data as it goes.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

type node struct {
	id   int
	next *node
	data []byte
}

const slots = 4096

var (
	table [slots]*node
	names        = map[string]*node{}
	state uint64 = 88172645463325252
)

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state % uint64(n))
}

// size is small most of the time and up to 100,000 now and then.
func size() int {
	switch r := random(1000); {
	case r == 0:
		return random(100_000)
	case r < 50:
		return random(4000)
	default:
		return random(200)
	}
}

func newNode(id int) *node {
	n := &node{id: id, data: make([]byte, size()+1)}
	n.data[0], n.data[len(n.data)-1] = byte(id), byte(id)
	return n
}

func check(n *node) {
	for ; n != nil; n = n.next {
		if n.data[0] != byte(n.id) || n.data[len(n.data)-1] != byte(n.id) {
			panic(fmt.Sprint("node ", n.id, " is damaged"))
		}
	}
}

func step(id int) {
	n := newNode(id)
	i := random(slots)
	if random(4) > 0 {
		n.next = table[i]
		if n.next != nil && n.next.next != nil {
			n.next.next.next = nil
		}
	}
	check(table[i])
	table[i] = n
	if id%8 == 0 {
		key := strings.Repeat("k", random(20)) + strconv.Itoa(random(2000))
		check(names[key])
		names[key] = n
	}
	if id%1000 == 0 {
		clear(names)
	}
}

func main() {
	seconds, err := strconv.ParseFloat(os.Args[1], 64)
	if err != nil {
		fmt.Println("usage: churn SECONDS")
		os.Exit(2)
	}
	end := time.Now().Add(time.Duration(seconds * float64(time.Second)))
	id := 0
	for time.Now().Before(end) {
		for range 1000 {
			step(id)
			id++
		}
	}
	fmt.Println("whole")
}
