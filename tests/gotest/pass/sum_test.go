package pass

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAdd(t *testing.T) {
	for _, c := range []struct{ a, b, want int }{{1, 2, 3}, {0, 0, 0}, {-1, 1, 0}} {
		t.Run(fmt.Sprintf("%d plus %d", c.a, c.b), func(t *testing.T) {
			if got := Add(c.a, c.b); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

func TestSameNames(t *testing.T) {
	for range 3 {
		t.Run("twin", func(t *testing.T) { t.Log(t.Name()) })
	}
	t.Run("", func(t *testing.T) { t.Log(t.Name()) })
	t.Run("a/b c\t\x01", func(t *testing.T) { t.Log(t.Name()) })
	t.Run("twin#01", func(t *testing.T) { t.Log(t.Name()) })
}

func TestSkipped(t *testing.T) {
	if testing.Short() {
		t.Log("short")
	}
	t.Skipf("not %s", "today")
}

func TestCleanupOrder(t *testing.T) {
	t.Cleanup(func() { t.Log("last") })
	t.Cleanup(func() {
		t.Cleanup(func() { t.Log("inner") })
		t.Log("first")
	})
	t.Run("sub", func(t *testing.T) {
		t.Cleanup(func() { t.Log("of sub") })
	})
	t.Log("body ends")
}

func TestParallelGroup(t *testing.T) {
	t.Run("waits", func(t *testing.T) {
		t.Log("before")
		t.Parallel()
		t.Log("after")
	})
	t.Log("group ends")
}

func TestParallelTop(t *testing.T) {
	t.Parallel()
	t.Log("runs later")
}

func TestEnvironment(t *testing.T) {
	t.Setenv("GOVM_TEST_X", "1")
	if os.Getenv("GOVM_TEST_X") != "1" {
		t.Error("Setenv")
	}
	dir := t.TempDir()
	if !strings.HasPrefix(filepath.Base(filepath.Dir(dir)), "TestEnvironment") || filepath.Base(dir) != "001" {
		t.Error("TempDir", dir)
	}
	if again := t.TempDir(); filepath.Base(again) != "002" {
		t.Error("second TempDir", again)
	}
	t.Chdir(dir)
	if wd, _ := os.Getwd(); wd != dir {
		t.Error("Chdir", wd, dir)
	}
	if err := t.Context().Err(); err != nil {
		t.Error(err)
	}
	ctx := t.Context()
	t.Cleanup(func() { t.Log("in cleanup:", ctx.Err()) })
	t.Attr("key", "value")
	fmt.Fprintf(t.Output(), "no place\nhalf a line")
	t.Log("and a whole one")
	if testing.CoverMode() != "" || !testing.Testing() {
		t.Error("modes")
	}
	if _, ok := t.Deadline(); !ok {
		t.Error("no deadline")
	}
	dir2 := t.ArtifactDir()
	if _, err := os.Stat(dir2); err != nil {
		t.Error(err)
	}
}

func TestAllocs(t *testing.T) {
	t.Log(testing.AllocsPerRun(100, func() { sink = Box(1000) }), testing.AllocsPerRun(100, func() { sink = Box(7) }))
}

func TestWrapped(t *testing.T) {
	err := fmt.Errorf("outer: %w", errors.New("inner"))
	t.Logf("%v\nsecond line", err)
}

var sink any

func ExampleAdd() {
	fmt.Println(Add(1, 2))
	// Output: 3
}

func ExampleAdd_unordered() {
	for k := range map[string]int{"x": 1, "y": 2} {
		fmt.Println(k)
	}
	// Unordered output:
	// y
	// x
}

func ExampleAdd_silent() {
	// Output:
}

func Example_notRun() {
	panic("compiled only")
}
