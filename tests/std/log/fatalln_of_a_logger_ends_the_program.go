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
	log.New(os.Stdout, "own: ", 0).Fatalln("stop", 1)
}

// Exit: 1

// Output:
// own: stop 1
