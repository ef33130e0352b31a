// Two leaks that no tool calls one: a short piece of a long array keeps all of
// it, and an entry that nobody deletes keeps its value.
// Leans on: slices of slices, maps, the memory limit.
package main

import (
	"bytes"
	"fmt"
)

const (
	requests = 4000
	length   = 4096
)

type session struct{ data [2048]byte }

var (
	headers  [][]byte
	sessions = map[int]*session{}
)

func request(id int) []byte {
	body := make([]byte, length)
	body[0], body[1] = byte(id), byte(id>>8)
	return body
}

func header(body []byte) []byte { return bytes.Clone(body[:2]) }

func open(id int) { sessions[id] = &session{} }

func shut(id int) {
	delete(sessions, id)
}

func main() {
	sum := 0
	for id := range requests {
		open(id)
		h := header(request(id))
		headers = append(headers, h)
		sum += int(h[0]) + int(h[1])
		shut(id)
	}
	fmt.Println("requests", len(headers), "sum", sum)
}
