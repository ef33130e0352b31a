// run
// The zero embed.FS: only its root is there; ioutil's older names.
package main

import (
	"embed"
	"fmt"
	"io/fs"
	"io/ioutil"
	"os"
	"strings"
)

var files embed.FS

func main() {
	for _, name := range []string{".", "x", "../x", ""} {
		f, err := files.Open(name)
		fmt.Println(f != nil, err)
		if err == nil {
			info, _ := f.Stat()
			fmt.Println(info.Name(), info.Size(), info.Mode(), info.ModTime().IsZero(), info.IsDir(), info.Sys(), info)
			_, err = f.Read(nil)
			fmt.Println(err)
			list, err := f.(fs.ReadDirFile).ReadDir(1)
			fmt.Println(list, err, f.Close())
		}
		list, err := files.ReadDir(name)
		fmt.Println(list, err)
		_, err = files.ReadFile(name)
		fmt.Println(err)
	}
	dir, err := ioutil.TempDir("", "x")
	defer os.RemoveAll(dir)
	fmt.Println(err, ioutil.WriteFile(dir+"/a", []byte("text"), 0600))
	data, err := ioutil.ReadFile(dir + "/a")
	fmt.Println(string(data), err)
	f, err := ioutil.TempFile(dir, "t")
	fmt.Println(err, f.Close())
	infos, err := ioutil.ReadDir(dir)
	fmt.Println(len(infos), infos[0].Name(), err)
	data, err = ioutil.ReadAll(ioutil.NopCloser(strings.NewReader("all")))
	fmt.Println(string(data), err)
	fmt.Fprint(ioutil.Discard, "gone")
}

// Output:
// true <nil>
// . 0 dr-xr-xr-x true true <nil> dr-xr-xr-x 0 0001-01-01 00:00:00 ./
// read ./: is a directory
// [] EOF <nil>
// [] <nil>
// read .: is a directory
// false open x: file does not exist
// [] open x: file does not exist
// open x: file does not exist
// false open ../x: file does not exist
// [] open ../x: file does not exist
// open ../x: file does not exist
// false open : file does not exist
// [] open : file does not exist
// open : file does not exist
// <nil> <nil>
// text <nil>
// <nil> <nil>
// 2 a <nil>
// all <nil>
