// run
// Signals that the program sends to itself, to channels and contexts.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	self, _ := os.FindProcess(os.Getpid())
	a := make(chan os.Signal, 4)
	b := make(chan os.Signal, 4)
	signal.Notify(a, syscall.SIGUSR1, syscall.SIGUSR2)
	signal.Notify(b, syscall.SIGUSR2)
	fmt.Println(self.Signal(syscall.SIGUSR1))
	fmt.Println(<-a)
	self.Signal(syscall.SIGUSR2)
	fmt.Println(<-a, <-b)
	signal.Stop(a)
	self.Signal(syscall.SIGUSR2)
	fmt.Println(<-b, len(a))
	signal.Ignore(syscall.SIGUSR2)
	fmt.Println(signal.Ignored(syscall.SIGUSR2), signal.Ignored(syscall.SIGUSR1), self.Signal(syscall.SIGUSR2))
	signal.Notify(b, os.Interrupt)
	self.Signal(os.Interrupt)
	fmt.Println(<-b)
	signal.Reset()
	fmt.Println(signal.Ignored(os.Interrupt))

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGHUP)
	fmt.Println(ctx, ctx.Err())
	self.Signal(syscall.SIGTERM)
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx), errors.Is(context.Cause(ctx), context.Canceled))
	stop()
	func() {
		defer func() { fmt.Println(recover()) }()
		signal.Notify(nil)
	}()
}

// Output:
// <nil>
// user defined signal 1
// user defined signal 2 user defined signal 2
// user defined signal 2 0
// true false <nil>
// interrupt
// false
// signal.NotifyContext(context.Background, [terminated hangup]) <nil>
// context canceled terminated signal received true
// os/signal: Notify using nil channel
