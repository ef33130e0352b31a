package main

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

var word = flag.String("word", "none", "a flag of the tests' own")

func TestMain(m *testing.M) {
	flag.Parse()
	fmt.Println("set up", *word, flag.Args())
	code := m.Run()
	fmt.Println("tear down", code)
}

func TestVersion(t *testing.T) {
	if version() != "v1" {
		t.Error(version())
	}
	os.Setenv("TESTED", "1")
}
