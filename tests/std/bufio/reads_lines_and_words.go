// run
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	lines := 0
	for sc.Scan() {
		lines++
		fmt.Printf("%q\n", sc.Text())
	}
	fmt.Println(lines, sc.Err())
	w := bufio.NewScanner(strings.NewReader("one two  three\nfour"))
	w.Split(bufio.ScanWords)
	for w.Scan() {
		fmt.Print(w.Text(), "|")
	}
	fmt.Println()
	r := bufio.NewReader(strings.NewReader("line1\nline2"))
	s, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	b, _ := r.Peek(2)
	c, _ := r.ReadByte()
	r.UnreadByte()
	ru, n, _ := r.ReadRune()
	fmt.Println(string(b), c, ru, n)
	rest, err := io.ReadAll(r)
	fmt.Println(string(rest), err)
	_, err = r.ReadByte()
	fmt.Println(err == io.EOF)
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(out, "buffered %d\n", out.Available())
	out.Flush()
	runes := bufio.NewScanner(strings.NewReader("aé世"))
	runes.Split(bufio.ScanRunes)
	for runes.Scan() {
		fmt.Print(runes.Text(), ",")
	}
	fmt.Println()
}

// Output:
// "first line"
// "second"
// ""
// "last without newline"
// 4 <nil>
// one|two|three|four|
// "line1\n" <nil>
// li 108 108 1
// ine2 <nil>
// true
// buffered 4096
// a,é,世,
