// run
package main

import (
	"bufio"
	"fmt"
	"os"
	"time"
)

func main() {
	// Standard input of the test is empty or a file; the reader must not keep the ticker from running.
	lines := make(chan string)
	go func() {
		s := bufio.NewScanner(os.Stdin)
		for s.Scan() {
			lines <- s.Text()
		}
		close(lines)
	}()
	ticks := 0
	t := time.NewTicker(time.Millisecond)
	for lines != nil || ticks < 3 {
		select {
		case _, ok := <-lines:
			if !ok {
				lines = nil
			}
		case <-t.C:
			ticks++
		}
	}
	fmt.Println("done")
}

// Output:
// done
