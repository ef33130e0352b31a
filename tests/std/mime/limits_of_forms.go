// run
// plain: reads a thousand parts and ten thousand fields
// How many parts a form and how many fields a header may have, and how large files are that are kept in memory.
package main

import (
	"fmt"
	"mime/multipart"
	"strings"
)

const field = "\r\nContent-Disposition: form-data; name=\"f\"; filename=g\r\n\r\n"

func read(s string, memory int64) {
	f, err := multipart.NewReader(strings.NewReader(s), "b").ReadForm(memory)
	if err != nil {
		fmt.Println(err, err == multipart.ErrMessageTooLarge)
		return
	}
	for _, h := range f.File["f"] {
		if h.Size > 0 {
			fmt.Print(h.Filename, " ", h.Size, " ")
		}
	}
	fmt.Println(len(f.File["f"]), f.RemoveAll())
}

func main() {
	for _, n := range []int{1000, 1001} {
		read(strings.Repeat("--b"+field+"\r\n", n)+"--b--", 1<<20)
	}
	for _, n := range []int{9999, 10000, 10001} {
		read("--b\r\n"+strings.Repeat("A: b\r\n", n)+"\r\n\r\n--b--", 1<<20)
	}
	big := "--b" + field + strings.Repeat("0123456789", 1000) + "\r\n--b" + field + "short\r\n--b--"
	for _, memory := range []int64{0, 5, 9999, 10000, 10005} {
		read(big, memory)
	}
}

// Output:
// 1000 <nil>
// multipart: message too large true
// 0 <nil>
// 0 <nil>
// multipart: message too large true
// g 10000 g 5 2 <nil>
// g 10000 g 5 2 <nil>
// g 10000 g 5 2 <nil>
// g 10000 g 5 2 <nil>
// g 10000 g 5 2 <nil>
