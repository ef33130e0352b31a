// run
// Places of texts and of expressions in generated texts, and an index that is written and read.
package main

import (
	"bytes"
	"fmt"
	"index/suffixarray"
	"regexp"
	"slices"
	"strings"
)

func main() {
	var b strings.Builder
	state := uint32(7)
	for range 400 {
		state = state*1664525 + 1013904223
		b.WriteByte("abcab"[state>>24%5%5])
	}
	for _, text := range []string{"", "a", "banana", "aaaaaaaa", "abracadabra, abracadabra", b.String(), "\x00\xff\x00\xff"} {
		x := suffixarray.New([]byte(text))
		fmt.Println(len(x.Bytes()))
		for _, s := range []string{"", "a", "an", "ana", "aa", "abra", "cab", "bca", "x", "\x00", "\xff\x00"} {
			all := x.Lookup([]byte(s), -1)
			slices.Sort(all)
			fmt.Println(len(x.Lookup([]byte(s), 2)), len(x.Lookup([]byte(s), 0)), all == nil, all)
		}
		for _, e := range []string{"a", "ana", "a+", "ab?", "abr.*?a", "[bc]", "", "nan|x", "aa"} {
			r := regexp.MustCompile(e)
			fmt.Println(e, x.FindAllIndex(r, -1), x.FindAllIndex(r, 2), x.FindAllIndex(r, 0))
		}
		var out bytes.Buffer
		fmt.Println(x.Write(&out), out.Len())
		written := bytes.Clone(out.Bytes())
		var y suffixarray.Index
		fmt.Println(y.Read(&out), bytes.Equal(x.Bytes(), y.Bytes()), len(y.Lookup([]byte("a"), -1)) == len(x.Lookup([]byte("a"), -1)))
		fmt.Println(y.Read(bytes.NewReader(written[:len(written)-1])))
		fmt.Printf("%x\n", written[:min(len(written), 40)])
	}
}
