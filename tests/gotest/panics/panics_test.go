package panics

import (
	"os"
	"runtime"
	"testing"
)

func TestMap(t *testing.T) {
	t.Log("before")
	t.Cleanup(func() { t.Log("cleaned up") })
	t.Run("inner", func(t *testing.T) {
		var m map[string]int
		m["a"] = 1
	})
}

func TestGoexit(t *testing.T) { runtime.Goexit() }

func TestCleanupPanics(t *testing.T) {
	t.Cleanup(func() { panic("in cleanup") })
}

func TestExit(t *testing.T) { os.Exit(3) }

func TestParallelTwice(t *testing.T) {
	t.Parallel()
	t.Parallel()
}

func TestSetenvParallel(t *testing.T) {
	t.Parallel()
	t.Setenv("A", "B")
}

func TestGoroutine(t *testing.T) {
	done := make(chan bool)
	go func() {
		defer close(done)
		panic("elsewhere")
	}()
	<-done
}

func Example() {
	panic("in example")
	// Output: never
}
