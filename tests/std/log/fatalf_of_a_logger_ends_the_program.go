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
	log.New(os.Stdout, "own: ", 0).Fatalf("%d%%", 50)
}

// Exit: 1

// Output:
// own: 50%
