package methods

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestOutput(t *testing.T) {
	w := t.Output()
	fmt.Fprintln(w, "a line")
	fmt.Fprint(w, "begun, ")
	fmt.Fprint(w, "ended\ntwo\nlines\n")
	fmt.Fprint(w, "cut off by a log")
	t.Log("the log")
	t.Run("sub", func(t *testing.T) {
		io.WriteString(t.Output(), "of the subtest\n")
		io.WriteString(t.Output(), "without an end")
	})
	io.WriteString(w, "last, without an end")
}

func TestAttr(t *testing.T) {
	t.Attr("key", "value with blanks")
	t.Attr("empty", "")
	t.Run("sub", func(t *testing.T) { t.Attr("inner", "1") })
}

func TestAttrKey(t *testing.T)     { t.Attr("two words", "v") }
func TestAttrNewline(t *testing.T) { t.Attr("key", "two\nlines") }

func TestContext(t *testing.T) {
	ctx := t.Context()
	t.Log(ctx.Err(), ctx == t.Context())
	t.Cleanup(func() { t.Log("in cleanup:", ctx.Err(), errors.Is(ctx.Err(), context.Canceled)) })
	t.Run("sub", func(sub *testing.T) { sub.Log(sub.Context() == ctx, sub.Context().Err()) })
	_, limited := ctx.Deadline()
	t.Log(limited)
}

func TestDeadline(t *testing.T) {
	at, ok := t.Deadline()
	t.Log(ok, time.Until(at) > 9*time.Minute)
}

func TestChdir(t *testing.T) {
	before, _ := os.Getwd()
	t.Run("inside", func(t *testing.T) {
		dir := t.TempDir()
		t.Chdir(dir)
		now, _ := os.Getwd()
		t.Log(now == dir, os.Getenv("PWD") == dir)
		t.Chdir("..")
		now, _ = os.Getwd()
		t.Log(now == filepath.Dir(dir))
	})
	after, _ := os.Getwd()
	t.Log(before == after)
}

func TestChdirNowhere(t *testing.T) { t.Chdir("/nowhere/at/all") }

func TestChdirParallel(t *testing.T) {
	t.Parallel()
	t.Chdir("/")
}

func TestSetenv(t *testing.T) {
	os.Setenv("METHODS_OLD", "old")
	t.Run("inside", func(t *testing.T) {
		t.Setenv("METHODS_OLD", "new")
		t.Setenv("METHODS_NEW", "new")
		t.Log(os.Getenv("METHODS_OLD"), os.Getenv("METHODS_NEW"))
	})
	_, there := os.LookupEnv("METHODS_NEW")
	t.Log(os.Getenv("METHODS_OLD"), there)
}

func TestTempDir(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	t.Log(a != b, filepath.Dir(a) == filepath.Dir(b), filepath.Base(a), filepath.Base(b))
	name := filepath.Base(filepath.Dir(a))
	t.Log(strings.HasPrefix(name, "TestTempDir"))
	t.Run("odd/name:*?", func(t *testing.T) {
		dir := filepath.Base(filepath.Dir(t.TempDir()))
		t.Log(strings.TrimRight(dir, "0123456789"))
		os.WriteFile(filepath.Join(t.TempDir(), "file"), nil, 0o600)
	})
	t.Cleanup(func() {
		_, err := os.Stat(a)
		t.Log("still there in a cleanup:", err == nil)
	})
}

func TestArtifactDir(t *testing.T) {
	dir := t.ArtifactDir()
	t.Log(dir == t.ArtifactDir())
	info, err := os.Stat(dir)
	t.Log(err, info.IsDir())
	t.Cleanup(func() {
		_, err := os.Stat(dir)
		t.Log("still there in a cleanup:", err == nil)
	})
}

func TestNames(t *testing.T) {
	for _, name := range []string{"", "", "two words", "tab\there", "ünïcode", "#", "a/b", "\x00"} {
		t.Run(name, func(t *testing.T) { t.Log(t.Name()) })
	}
}

func TestCleanups(t *testing.T) {
	t.Cleanup(func() { t.Log("first in, last out") })
	t.Cleanup(func() {
		t.Log("second")
		t.Cleanup(func() { t.Log("from a cleanup") })
	})
	t.Run("sub", func(t *testing.T) {
		t.Cleanup(func() { t.Log("of sub") })
		t.Skip("skipped")
	})
	t.Log("body ends")
}

func TestRunInCleanup(t *testing.T) {
	t.Cleanup(func() { t.Run("late", func(t *testing.T) {}) })
}

func TestFailures(t *testing.T) {
	t.Run("errors", func(t *testing.T) {
		t.Error("one", 2)
		t.Errorf("%d-%s", 3, "four")
		t.Log(t.Failed())
	})
	t.Run("fatal", func(t *testing.T) {
		defer t.Log("deferred")
		t.Fatalf("stop %v", true)
	})
	t.Run("skipf", func(t *testing.T) {
		defer func() { t.Log(t.Skipped()) }()
		t.Skipf("no %s", "reason")
	})
	t.Run("skip after failing", func(t *testing.T) {
		t.Fail()
		t.SkipNow()
	})
	t.Run("lines", func(t *testing.T) { t.Error("several\nlines\n\nhere\n") })
	t.Log(t.Failed())
}

func helper(t testing.TB, depth int) {
	t.Helper()
	if depth > 0 {
		helper(t, depth-1)
		return
	}
	t.Log("from a helper")
}

func TestHelpers(t *testing.T) {
	helper(t, 3)
	func() {
		t.Helper()
		t.Log("a literal that is a helper")
	}()
	t.Cleanup(func() { helper(t, 0) })
}

func TestRuns(t *testing.T) {
	t.Log(t.Run("good", func(t *testing.T) {}), t.Run("skips", func(t *testing.T) { t.SkipNow() }), t.Run("bad", func(t *testing.T) { t.Fail() }))
}

func TestParallelGroups(t *testing.T) {
	t.Run("group", func(t *testing.T) {
		for i := range 3 {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				t.Log(i)
			})
		}
		t.Log("body of the group ends")
	})
	t.Log("behind the group")
}

func BenchmarkMethods(b *testing.B) {
	b.Run("loop", func(b *testing.B) {
		n := 0
		for b.Loop() {
			n++
		}
		b.Log(n == b.N, b.Elapsed() >= 0)
	})
	b.Run("metric", func(b *testing.B) {
		for range b.N {
		}
		b.ReportMetric(1.5, "things/op")
		b.ReportMetric(7, "ns/op")
		b.ReportMetric(2, "B/op")
		b.SetBytes(100)
	})
	b.Run("allocs", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			sink = new([4]int)
		}
		b.ReportMetric(0, "ns/op")
	})
	b.Run("timers", func(b *testing.B) {
		b.StopTimer()
		sink = make([]byte, 1000)
		b.ResetTimer()
		b.ReportAllocs()
		b.StartTimer()
		for range b.N {
		}
		b.ReportMetric(0, "ns/op")
	})
	b.Run("parallel", func(b *testing.B) {
		b.SetParallelism(2)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
			}
		})
		b.ReportMetric(0, "ns/op")
	})
	b.Run("context", func(b *testing.B) {
		b.Log(b.Context().Err(), b.Name(), b.TempDir() != "")
		b.Setenv("METHODS_BENCH", "1")
		b.Chdir("/")
	})
	b.Run("bad unit", func(b *testing.B) { b.ReportMetric(1, "two words") })
}

func BenchmarkLoopLeft(b *testing.B) {
	for b.Loop() {
		break
	}
}

func BenchmarkLoopStopped(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
	}
}

var sink any

func FuzzMethods(f *testing.F) {
	f.Add("seed", 1)
	f.Log(f.Name(), f.Context().Err())
	f.Cleanup(func() { f.Log("cleanup") })
	f.Fuzz(func(t *testing.T, s string, n int) {
		t.Log(s, n, t.Name(), t.Context().Err())
		t.Attr("seed", s)
	})
}

func FuzzAddsOther(f *testing.F) {
	f.Add(1.5)
	f.Fuzz(func(t *testing.T, s string) {})
}

func FuzzCallsOutside(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) { f.Log("of f") })
}

func TestAllocsPerRun(t *testing.T) {
	t.Log(testing.AllocsPerRun(10, func() { sink = new(int) }), testing.AllocsPerRun(10, func() {}))
	r := testing.Benchmark(func(b *testing.B) {
		for range b.N {
			sink = new(int64)
		}
	})
	t.Log(r.N > 0, r.AllocsPerOp(), r.AllocedBytesPerOp(), r.MemString())
	t.Log(testing.Testing(), testing.CoverMode() == "", testing.Coverage())
}
