// run
// The line is written and the program ends with status 1; deferred calls do not run.
package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	defer fmt.Println("not printed")
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Fatal("stop", 1, 2)
}

// Exit: 1

// Output:
// stop1 2
