// run
// Signals that the program does not ask for and that do nothing then; after Reset they do nothing again.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var harmless = []syscall.Signal{
	syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGPIPE, syscall.SIGALRM, syscall.SIGCHLD, syscall.SIGCONT, syscall.SIGURG, syscall.SIGXCPU,
	syscall.SIGXFSZ, syscall.SIGVTALRM, syscall.SIGPROF, syscall.SIGWINCH, syscall.SIGIO, syscall.SIGPWR, 35, 64,
}

func send() {
	for _, s := range harmless {
		syscall.Kill(os.Getpid(), s)
		time.Sleep(time.Millisecond)
	}
}

func main() {
	send()
	fmt.Println("after the first")
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1)
	syscall.Kill(os.Getpid(), syscall.SIGUSR1)
	fmt.Println(<-c)
	signal.Reset()
	send()
	fmt.Println(len(c), signal.Ignored(syscall.SIGUSR1), signal.Ignored(syscall.SIGPIPE))

	// A pipe that nobody reads is an error.
	r, w, _ := os.Pipe()
	r.Close()
	_, err := w.Write([]byte("x"))
	fmt.Println(err)
}

// Output:
// after the first
// user defined signal 1
// 0 false false
// write |1: broken pipe
