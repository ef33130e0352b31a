// The latency spike: a window of the last 200,000 messages of 1 KiB stays
// alive while a million are pushed. Most calls of push take less than a
// microsecond; the ones that meet a collection wait for the whole window to
// be marked.
// Leans on: maps, byte slices, the collector.
package main

import "fmt"

const (
	window   = 200_000
	messages = 1_000_000
	length   = 1024
)

// All messages lie in one array without pointers: one object to mark.
type ring struct {
	slots []byte
}

func fill(m []byte, id int) {
	m[0] = byte(id)
	m[1] = byte(id >> 8)
	m[2] = byte(id >> 16)
	m[3] = byte(id >> 24)
}

func (r *ring) at(id int) []byte {
	begin := id % window * length
	return r.slots[begin : begin+length]
}

func push(r *ring, id int) {
	m := r.at(id)
	clear(m)
	fill(m, id)
}

func main() {
	r := &ring{slots: make([]byte, window*length)}
	for id := 0; id < messages; id++ {
		push(r, id)
	}
	sum := 0
	for id := messages - window; id < messages; id++ {
		m := r.at(id)
		sum += int(m[0]) + int(m[1]) + int(m[2]) + int(m[3])
	}
	fmt.Println("window", len(r.slots)/length, "sum", sum)
}
