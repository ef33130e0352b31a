// run
// Package embed: files become strings, bytes and file systems before any variable is initialised.
package main

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed a.txt
var text string

//go:embed a.txt
var raw []byte

type note string

//go:embed "data/b.txt"
var named note

//go:embed data a.txt
var files embed.FS

var (
	//go:embed data/*.txt
	//go:embed all:data
	all    embed.FS
	length = len(text)
)

func main() {
	fmt.Printf("%q %q %q %d\n", text, raw, named, length)
	raw[0] = 'j'
	fmt.Printf("%s", raw)
	for _, fsys := range []embed.FS{files, all} {
		fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			fmt.Println(path, d.IsDir(), err)
			return nil
		})
	}
	b, err := files.ReadFile("data/sub/c.txt")
	fmt.Printf("%q %v\n", b, err)
	_, err = files.ReadFile("data/.hidden")
	fmt.Println(err)
	b, err = all.ReadFile("data/.hidden")
	fmt.Printf("%q %v\n", b, err)
}

// Output:
// "hello\n" "hello\n" "one" 6
// jello
// . true <nil>
// a.txt false <nil>
// data true <nil>
// data/b.txt false <nil>
// data/sub true <nil>
// data/sub/c.txt false <nil>
// . true <nil>
// data true <nil>
// data/.hidden false <nil>
// data/_under false <nil>
// data/b.txt false <nil>
// data/sub true <nil>
// data/sub/c.txt false <nil>
// "two\n" <nil>
// open data/.hidden: file does not exist
// "x" <nil>
