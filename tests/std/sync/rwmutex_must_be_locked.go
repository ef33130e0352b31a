// run
package main

import "sync"

func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.RUnlock()
	mu.RUnlock()
}

// Stderr:
// fatal error: sync: RUnlock of unlocked RWMutex
// Exit: 2
