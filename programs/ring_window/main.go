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

type ring struct {
	table map[int][]byte
}

func message(id int) []byte {
	m := make([]byte, length)
	m[0] = byte(id)
	m[1] = byte(id >> 8)
	m[2] = byte(id >> 16)
	m[3] = byte(id >> 24)
	return m
}

func push(r *ring, id int) {
	m := message(id)
	if old := id - window; old >= 0 {
		delete(r.table, old)
	}
	r.table[id] = m
}

func main() {
	r := &ring{table: make(map[int][]byte)}
	for id := 0; id < messages; id++ {
		push(r, id)
	}
	sum := 0
	for id := messages - window; id < messages; id++ {
		m := r.table[id]
		sum += int(m[0]) + int(m[1]) + int(m[2]) + int(m[3])
	}
	fmt.Println("window", len(r.table), "sum", sum)
}
