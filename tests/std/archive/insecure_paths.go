// run
// Names that lead out of the directory are refused if GODEBUG says so, and runtime/metrics counts it.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"html/template"
	"os"
	"runtime/metrics"
	"strings"
)

func events() {
	for _, setting := range []string{"tarinsecurepath", "zipinsecurepath", "htmlmetacontenturlescape", "panicnil"} {
		s := []metrics.Sample{{Name: "/godebug/non-default-behavior/" + setting + ":events"}}
		metrics.Read(s)
		fmt.Print(setting, " ", s[0].Value.Uint64(), " ")
	}
	fmt.Println()
}

func tarOf(name string) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	w.WriteHeader(&tar.Header{Name: name})
	w.Close()
	h, err := tar.NewReader(&b).Next()
	fmt.Println("tar", h.Name, err)
}

func zipOf(names ...string) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		w.Create(name)
	}
	w.Close()
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	fmt.Println("zip", names, len(r.File), err)
	file, _ := os.CreateTemp("", "")
	defer os.Remove(file.Name())
	file.Write(b.Bytes())
	file.Close()
	of, err := zip.OpenReader(file.Name())
	fmt.Println(len(of.File), err, of.Close())
}

func page() {
	t := template.Must(template.New("").Parse(`<meta http-equiv="refresh" content="0; url={{.}}">`))
	var b strings.Builder
	fmt.Println(t.Execute(&b, "javascript:alert(1)"), b.String())
}

func all() {
	tarOf("a/b")
	tarOf("../a")
	tarOf("/a")
	zipOf("a/b", "")
	zipOf("a", "../b")
	zipOf(`a\b`)
	page()
	events()
}

func main() {
	all()
	os.Setenv("GODEBUG", "tarinsecurepath=0,zipinsecurepath=1,zipinsecurepath=0,htmlmetacontenturlescape=0")
	all()
	os.Setenv("GODEBUG", "tarinsecurepath=0,tarinsecurepath=1")
	all()
}

// Output:
// tar a/b <nil>
// tar ../a <nil>
// tar /a <nil>
// zip [a/b ] 2 <nil>
// 2 <nil> <nil>
// zip [a ../b] 2 <nil>
// 2 <nil> <nil>
// zip [a\b] 1 <nil>
// 1 <nil> <nil>
// <nil> <meta http-equiv="refresh" content="0; url=#ZgotmplZ">
// tarinsecurepath 0 zipinsecurepath 0 htmlmetacontenturlescape 0 panicnil 0
// tar a/b <nil>
// tar ../a archive/tar: insecure file path
// tar /a archive/tar: insecure file path
// zip [a/b ] 2 <nil>
// 2 <nil> <nil>
// zip [a ../b] 2 zip: insecure file path
// 2 zip: insecure file path <nil>
// zip [a\b] 1 zip: insecure file path
// 1 zip: insecure file path <nil>
// <nil> <meta http-equiv="refresh" content="0; url=javascript:alert(1)">
// tarinsecurepath 2 zipinsecurepath 4 htmlmetacontenturlescape 1 panicnil 0
// tar a/b <nil>
// tar ../a <nil>
// tar /a <nil>
// zip [a/b ] 2 <nil>
// 2 <nil> <nil>
// zip [a ../b] 2 <nil>
// 2 <nil> <nil>
// zip [a\b] 1 <nil>
// 1 <nil> <nil>
// <nil> <meta http-equiv="refresh" content="0; url=#ZgotmplZ">
// tarinsecurepath 2 zipinsecurepath 4 htmlmetacontenturlescape 1 panicnil 0
