// run
package main

import "sync"

func main() {
	defer func() { recover() }()
	var mu sync.Mutex
	mu.Unlock()
}

// Stderr:
// fatal error: sync: unlock of unlocked mutex
// goroutine 1 [running]:
// Exit: 2
