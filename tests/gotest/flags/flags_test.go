package flags

import (
	"flag"
	"os"
	"testing"
	"time"
)

var (
	update = flag.Bool("update", false, "a flag of the tests' own")
	word   = flag.String("word", "", "another")
)

func TestOwnFlags(t *testing.T) { t.Logf("update %v word %q rest %q", *update, *word, flag.Args()) }

func TestEnvironment(t *testing.T) { t.Logf("FLAGS_TEST=%s", os.Getenv("FLAGS_TEST")) }

func TestGroup(t *testing.T) {
	for _, name := range []string{"one", "two", "two/deep"} {
		t.Run(name, func(t *testing.T) {
			t.Run("leaf", func(t *testing.T) {})
		})
	}
}

func TestShort(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
}

func TestVerbose(t *testing.T) { t.Log(testing.Verbose()) }

func TestSlow(t *testing.T) {
	if *word == "slow" {
		time.Sleep(time.Minute)
	}
}

func BenchmarkGroup(b *testing.B) {
	for _, name := range []string{"one", "two"} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
			}
		})
	}
}

func FuzzSeeds(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) {})
}

func Example_one() {
	os.Stdout.WriteString("one\n")
	// Output: one
}
