package output

import (
	"fmt"
	"os"
	"testing"
)

func TestPrints(t *testing.T) {
	fmt.Println("to standard output")
	fmt.Fprintln(os.Stderr, "to standard error")
	println("by println")
	t.Log("log")
	t.Run("sub", func(t *testing.T) {
		t.Log("in sub")
		fmt.Println("printed in sub")
	})
	t.Log("back in parent")
	wd, _ := os.Getwd()
	fmt.Println(wd[len(wd)-6:], len(os.Args) > 1)
}
