// run
// Pipes between goroutines, closed from both ends; writers at an offset.
package main

import (
	"errors"
	"fmt"
	"io"
	"sync"
)

// page is memory as a WriterAt.
type page [24]byte

func (p *page) WriteAt(b []byte, off int64) (int, error) {
	n := copy(p[off:], b)
	if n < len(b) {
		return n, io.ErrShortWrite
	}
	return n, nil
}

func main() {
	r, w := io.Pipe()
	go func() {
		for i := range 5 {
			n, err := fmt.Fprintf(w, "line %d of several\n", i)
			if n != 18 || err != nil {
				fmt.Println(n, err)
			}
		}
		w.Close()
	}()
	small := make([]byte, 7)
	total := 0
	for {
		n, err := r.Read(small)
		total += n
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%q ", small[:n])
	}
	fmt.Println(total)
	fmt.Println(w.Write([]byte("late")))
	fmt.Println(r.Close(), w.CloseWithError(errors.New("second")))
	fmt.Println(r.Read(small))
	fmt.Println(w.Write(nil))

	r, w = io.Pipe()
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		defer all.Done()
		n, err := w.Write([]byte("twelve bytes"))
		fmt.Println(n, err)
		fmt.Println(w.Write([]byte("x")))
	}()
	fmt.Println(r.Read(small[:5]))
	r.CloseWithError(errors.New("reader is tired"))
	r.CloseWithError(errors.New("not the first"))
	all.Wait()
	fmt.Println(r.Read(small))

	r, w = io.Pipe()
	w.CloseWithError(errors.New("writer is tired"))
	fmt.Println(r.Read(small))
	fmt.Println(w.Write(small))

	r, w = io.Pipe()
	var wrote string
	go func() {
		n, err := w.Write(nil)
		wrote = fmt.Sprintf("empty %d %v", n, err)
		w.Close()
	}()
	n, err := r.Read(small)
	fmt.Println(n, err)
	n, err = r.Read(small)
	fmt.Println(wrote)
	fmt.Println(n, err)

	var p page
	o := io.NewOffsetWriter(&p, 4)
	fmt.Println(o.Write([]byte("abc")))
	fmt.Println(o.Seek(6, io.SeekStart))
	fmt.Println(o.Write([]byte("def")))
	fmt.Println(o.Seek(-1, io.SeekCurrent))
	fmt.Println(o.Write([]byte("g")))
	fmt.Println(o.Seek(-20, io.SeekCurrent))
	fmt.Println(o.Seek(0, io.SeekEnd))
	fmt.Println(o.WriteAt([]byte("h"), 0))
	fmt.Println(o.WriteAt([]byte("i"), -1))
	fmt.Println(o.WriteAt([]byte("jklmnopqrst"), 15))
	fmt.Printf("%q\n", p)
}

// Output:
// "line 0 " "of seve" "ral\n" "line 1 " "of seve" "ral\n" "line 2 " "of seve" "ral\n" "line 3 " "of seve" "ral\n" "line 4 " "of seve" "ral\n" EOF
// 90
// 0 io: read/write on closed pipe
// <nil> <nil>
// 0 io: read/write on closed pipe
// 0 io: read/write on closed pipe
// 5 <nil>
// 5 reader is tired
// 0 reader is tired
// 0 io: read/write on closed pipe
// 0 writer is tired
// 0 io: read/write on closed pipe
// 0 <nil>
// empty 0 <nil>
// 0 EOF
// 3 <nil>
// 6 <nil>
// 3 <nil>
// 8 <nil>
// 1 <nil>
// 0 Seek: invalid offset
// 0 Seek: invalid whence
// 1 <nil>
// 0 Seek: invalid offset
// 5 short write
// "\x00\x00\x00\x00hbc\x00\x00\x00deg\x00\x00\x00\x00\x00\x00jklmn"
