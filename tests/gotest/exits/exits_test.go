package exits

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestExitZero(t *testing.T) {
	t.Log("before")
	t.Run("inner", func(t *testing.T) { os.Exit(0) })
}

func TestExitThree(t *testing.T) { os.Exit(3) }

func TestMayExit(t *testing.T) {
	defer func() { t.Log(recover()) }()
	os.Exit(0)
}

func TestSleeps(t *testing.T) {
	c := make(chan int)
	go func() { <-c }()
	t.Run("inner", func(t *testing.T) { time.Sleep(time.Minute) })
}

func ExampleExit() {
	fmt.Println("x")
	os.Exit(0)
	// Output: x
}
