// Prints std/packages.tsv: the packages of real Go's standard library, each with its name and what it imports. Run with real Go 1.27
// from the root of the repository:
//
//	go run tests/oracle/std_packages/main.go > std/packages.tsv
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

func main() {
	list := exec.Command("go", "list", "-f", "{{.ImportPath}}\t{{.Name}}\t{{range .Imports}}{{.}} {{end}}", "std")
	list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH=amd64")
	list.Stderr = os.Stderr
	rows, err := list.Output()
	if err != nil {
		panic(err)
	}
	var lines []string
	for row := range bytes.Lines(rows) {
		lines = append(lines, strings.TrimRight(string(row), " \n"))
	}
	slices.Sort(lines)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintln(out, "# The packages of Go 1.27's standard library: import path, name, what it imports. Made by tests/oracle/std_packages.")
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
}
