// run
// Tasks, regions and logs, with a trace and without; flight recorders.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime/trace"
	"time"
)

type formatted struct{ times *int }

func (f formatted) String() string {
	*f.times++
	return "text"
}

func work(ctx context.Context) {
	times := 0
	ctx, task := trace.NewTask(ctx, "task")
	defer task.End()
	trace.Log(ctx, "category", "message")
	trace.Logf(ctx, "category", "%v", formatted{&times})
	trace.WithRegion(ctx, "region", func() {
		defer trace.StartRegion(ctx, "inner").End()
		fmt.Println("in regions", trace.IsEnabled(), times)
	})
	done := make(chan int)
	go func() {
		defer close(done)
		_, other := trace.NewTask(ctx, "part")
		trace.WithRegion(context.Background(), "elsewhere", func() {})
		other.End()
		other.End()
	}()
	<-done
	func() {
		defer func() { fmt.Println(recover()) }()
		trace.WithRegion(ctx, "panics", func() { panic("in a region") })
	}()
}

func main() {
	work(context.Background())
	trace.Stop()
	var b bytes.Buffer
	fmt.Println(trace.Start(&b), trace.IsEnabled(), trace.Start(&b))
	work(context.Background())
	trace.Stop()
	fmt.Println(trace.IsEnabled(), b.Len() > 100)
	trace.Stop()

	r := trace.NewFlightRecorder(trace.FlightRecorderConfig{MinAge: time.Second, MaxBytes: 1 << 20})
	_, err := r.WriteTo(&b)
	fmt.Println(r.Enabled(), err)
	r.Stop()
	fmt.Println(r.Start(), r.Enabled(), trace.IsEnabled())
	fmt.Println(r.Start(), trace.NewFlightRecorder(trace.FlightRecorderConfig{}).Start())
	work(context.Background())
	b.Reset()
	n, err := r.WriteTo(&b)
	fmt.Println(n == int64(b.Len()), n > 100, err)
	n, err = r.WriteTo(failing{})
	fmt.Println(n, err)
	fmt.Println(trace.Start(&b))
	trace.Stop()
	r.Stop()
	fmt.Println(r.Enabled(), trace.IsEnabled())
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no room") }

// Output:
// in regions false 0
// in a region
// <nil> true execution tracer already enabled
// in regions true 1
// in a region
// false true
// false cannot snapshot a disabled flight recorder
// <nil> true true
// cannot enable a enabled flight recorder flight recorder already enabled
// in regions true 1
// in a region
// true true <nil>
// 0 no room
// <nil>
// false false
