// run
// Blocks to text and back, and texts that are none.
package main

import (
	"encoding/pem"
	"fmt"
	"strings"
)

func main() {
	blocks := []*pem.Block{
		{Type: "EMPTY"},
		{Type: "A KEY", Bytes: []byte("some bytes that take more than a single line of base64 text, 0123456789")},
		{Type: "H", Headers: map[string]string{"b": "2", "a": "1", "Proc-Type": "4,ENCRYPTED"}, Bytes: make([]byte, 48)},
		{Type: "BAD", Headers: map[string]string{"a:b": "x"}},
	}
	for _, b := range blocks {
		text := pem.EncodeToMemory(b)
		fmt.Printf("%s\n", text)
		p, rest := pem.Decode(append([]byte("before\n"), append(text, "after\n"...)...))
		fmt.Println(p, string(rest))
	}
	good := string(pem.EncodeToMemory(blocks[1]))
	for _, text := range []string{
		"", "nothing", good[:20], strings.Replace(good, "END A", "END B", 1), strings.Replace(good, "BEGIN A KEY-----", "BEGIN A KEY----", 1),
		strings.Replace(good, "c29t", "c2!t", 1), "x" + good, good + good, strings.ReplaceAll(good, "\n", "\r\n"), strings.Replace(good, "c29t", "c2 9\tt", 1),
		"-----BEGIN X-----\n-----END X-----", "-----BEGIN X-----\n-----END X-----\n", "-----BEGIN X-----\nk: v\n\n-----END X-----\nrest",
		"-----BEGIN X-----\nk: v\n-----END X-----\n", "-----BEGIN X-----\n-----BEGIN Y-----\nAAAA\n-----END Y-----\n", "-----BEGIN X-----\nAAAA\n-----END X----- \t\nz",
		"-----BEGIN X-----\nAAAA\n-----END X-----z\n" + good,
	} {
		p, rest := pem.Decode([]byte(text))
		fmt.Printf("%+v %q\n", p, rest)
	}
}

// Output:
// -----BEGIN EMPTY-----
// -----END EMPTY-----
//
// &{EMPTY map[] []} after
//
// -----BEGIN A KEY-----
// c29tZSBieXRlcyB0aGF0IHRha2UgbW9yZSB0aGFuIGEgc2luZ2xlIGxpbmUgb2Yg
// YmFzZTY0IHRleHQsIDAxMjM0NTY3ODk=
// -----END A KEY-----
//
// &{A KEY map[] [115 111 109 101 32 98 121 116 101 115 32 116 104 97 116 32 116 97 107 101 32 109 111 114 101 32 116 104 97 110 32 97 32 115 105 110 103 108 101 32 108 105 110 101 32 111 102 32 98 97 115 101 54 52 32 116 101 120 116 44 32 48 49 50 51 52 53 54 55 56 57]} after
//
// -----BEGIN H-----
// Proc-Type: 4,ENCRYPTED
// a: 1
// b: 2
//
// AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
// -----END H-----
//
// &{H map[Proc-Type:4,ENCRYPTED a:1 b:2] [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]} after
//
//
// <nil> before
// after
//
// <nil> ""
// <nil> "nothing"
// <nil> "-----BEGIN A KEY----"
// <nil> "-----BEGIN A KEY-----\nc29tZSBieXRlcyB0aGF0IHRha2UgbW9yZSB0aGFuIGEgc2luZ2xlIGxpbmUgb2Yg\nYmFzZTY0IHRleHQsIDAxMjM0NTY3ODk=\n-----END B KEY-----\n"
// <nil> "-----BEGIN A KEY----\nc29tZSBieXRlcyB0aGF0IHRha2UgbW9yZSB0aGFuIGEgc2luZ2xlIGxpbmUgb2Yg\nYmFzZTY0IHRleHQsIDAxMjM0NTY3ODk=\n-----END A KEY-----\n"
// <nil> "-----BEGIN A KEY-----\nc2!tZSBieXRlcyB0aGF0IHRha2UgbW9yZSB0aGFuIGEgc2luZ2xlIGxpbmUgb2Yg\nYmFzZTY0IHRleHQsIDAxMjM0NTY3ODk=\n-----END A KEY-----\n"
// <nil> "x-----BEGIN A KEY-----\nc29tZSBieXRlcyB0aGF0IHRha2UgbW9yZSB0aGFuIGEgc2luZ2xlIGxpbmUgb2Yg\nYmFzZTY0IHRleHQsIDAxMjM0NTY3ODk=\n-----END A KEY-----\n"
// &{Type:A KEY Headers:map[] Bytes:[115 111 109 101 32 98 121 116 101 115 32 116 104 97 116 32 116 97 107 101 32 109 111 114 101 32 116 104 97 110 32 97 32 115 105 110 103 108 101 32 108 105 110 101 32 111 102 32 98 97 115 101 54 52 32 116 101 120 116 44 32 48 49 50 51 52 53 54 55 56 57]} "-----BEGIN A KEY-----\nc29tZSBieXRlcyB0aGF0IHRha2UgbW9yZSB0aGFuIGEgc2luZ2xlIGxpbmUgb2Yg\nYmFzZTY0IHRleHQsIDAxMjM0NTY3ODk=\n-----END A KEY-----\n"
// &{Type:A KEY Headers:map[] Bytes:[115 111 109 101 32 98 121 116 101 115 32 116 104 97 116 32 116 97 107 101 32 109 111 114 101 32 116 104 97 110 32 97 32 115 105 110 103 108 101 32 108 105 110 101 32 111 102 32 98 97 115 101 54 52 32 116 101 120 116 44 32 48 49 50 51 52 53 54 55 56 57]} ""
// &{Type:A KEY Headers:map[] Bytes:[115 111 109 101 32 98 121 116 101 115 32 116 104 97 116 32 116 97 107 101 32 109 111 114 101 32 116 104 97 110 32 97 32 115 105 110 103 108 101 32 108 105 110 101 32 111 102 32 98 97 115 101 54 52 32 116 101 120 116 44 32 48 49 50 51 52 53 54 55 56 57]} ""
// &{Type:X Headers:map[] Bytes:[]} ""
// &{Type:X Headers:map[] Bytes:[]} ""
// &{Type:X Headers:map[k:v] Bytes:[]} "rest"
// <nil> "-----BEGIN X-----\nk: v\n-----END X-----\n"
// &{Type:Y Headers:map[] Bytes:[0 0 0]} ""
// &{Type:X Headers:map[] Bytes:[0 0 0]} "z"
// &{Type:A KEY Headers:map[] Bytes:[115 111 109 101 32 98 121 116 101 115 32 116 104 97 116 32 116 97 107 101 32 109 111 114 101 32 116 104 97 110 32 97 32 115 105 110 103 108 101 32 108 105 110 101 32 111 102 32 98 97 115 101 54 52 32 116 101 120 116 44 32 48 49 50 51 52 53 54 55 56 57]} ""
