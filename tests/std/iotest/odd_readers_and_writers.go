// run
// Readers and writers that are slow, fail or log; TestReader on good and bad ones.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"testing/iotest"
)

type wrong struct{ *strings.Reader }

func (w wrong) ReadAt(p []byte, off int64) (int, error) { return 0, errors.New("no") }

func main() {
	for _, r := range []io.Reader{iotest.OneByteReader(strings.NewReader("hello")), iotest.HalfReader(strings.NewReader("hello")),
		iotest.DataErrReader(strings.NewReader("hello")), iotest.TimeoutReader(strings.NewReader("hello")), iotest.ErrReader(errors.New("broken"))} {
		b := make([]byte, 3)
		for range 5 {
			n, err := r.Read(b)
			fmt.Printf("%q %v, ", b[:n], err)
		}
		fmt.Println()
	}
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	var out bytes.Buffer
	w := iotest.NewWriteLogger("w:", iotest.TruncateWriter(&out, 4))
	fmt.Fprint(w, "abc")
	fmt.Fprint(w, "def")
	fmt.Println(out.String())
	io.ReadAll(iotest.NewReadLogger("r:", iotest.OneByteReader(strings.NewReader("xy"))))
	content := []byte("the content of a reader")
	fmt.Println(iotest.TestReader(bytes.NewReader(content), content))
	fmt.Println(iotest.TestReader(strings.NewReader(""), nil))
	fmt.Println(iotest.TestReader(strings.NewReader("other"), content))
	fmt.Println(iotest.TestReader(wrong{strings.NewReader(string(content))}, content))
	fmt.Println(iotest.TestReader(iotest.ErrReader(io.ErrUnexpectedEOF), content))
}

// Output:
// "h" <nil>, "e" <nil>, "l" <nil>, "l" <nil>, "o" <nil>,
// "he" <nil>, "ll" <nil>, "o" <nil>, "" EOF, "" EOF,
// "hel" <nil>, "lo" EOF, "" EOF, "" EOF, "" EOF,
// "hel" <nil>, "" timeout, "lo" <nil>, "" EOF, "" EOF,
// "" broken, "" broken, "" broken, "" broken, "" broken,
// w: 616263
// w: 646566
// abcd
// r: 78
// r: 79
// r: : EOF
// <nil>
// <nil>
// ReadAll(small amounts) = "other"
// 	want "the content of a reader"
// ReadAt(23, 0) = 0, no, want 23, nil or EOF
// Read(0) = 0, unexpected EOF, want 0, nil
