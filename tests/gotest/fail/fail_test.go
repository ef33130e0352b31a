package fail

import (
	"fmt"
	"testing"
)

func TestFails(t *testing.T) {
	t.Log("logged\nin two lines")
	t.Error("error", 1)
	t.Run("inner", func(t *testing.T) {
		defer fmt.Println("deferred")
		t.Fatalf("fatal %q", "x")
		t.Log("not reached")
	})
	t.Run("fine", func(t *testing.T) { t.Log("shown too?") })
	t.Run("skips", func(t *testing.T) { t.Skip("why") })
	t.FailNow()
}

func TestPasses(t *testing.T) { t.Log("quiet") }

func TestParentFromChild(t *testing.T) {
	t.Run("child", func(u *testing.T) { t.FailNow() })
}

func TestLast(t *testing.T) {
	if t.Failed() {
		t.Error("failed before?")
	}
	t.Fail()
	t.Log(t.Failed(), t.Skipped(), t.Name())
}

func Example() {
	fmt.Println("one")
	fmt.Println("two")
	// Output:
	// one
	// three
}

func Example_unordered() {
	fmt.Println("b")
	// Unordered output: a
}
