// A window of the last messages of 1 KiB stays alive while five times as many are pushed; each push is timed. Prints the quantiles of
// 50, 99, 99.99 % and the longest in nanoseconds. Usage: ring LIVE
package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"
)

const length = 1024

type ring struct {
	table []*message
	next  int
}

type message struct {
	id   int
	body []byte
}

func (r *ring) push(id int) {
	m := &message{id: id, body: make([]byte, length)}
	m.body[0], m.body[length-1] = byte(id), byte(id>>8)
	r.table[r.next] = m
	r.next++
	if r.next == len(r.table) {
		r.next = 0
	}
}

func main() {
	live, err := strconv.Atoi(os.Args[1])
	if err != nil {
		fmt.Println("usage: ring LIVE")
		os.Exit(2)
	}
	r := &ring{table: make([]*message, live)}
	took := make([]int32, 5*live)
	for id := range took {
		start := time.Now()
		r.push(id)
		took[id] = int32(min(time.Since(start), 1<<31-1))
	}
	slices.Sort(took)
	at := func(q float64) int32 { return took[min(int(q*float64(len(took))), len(took)-1)] }
	fmt.Println(at(0.5), at(0.99), at(0.9999), at(1))
}
