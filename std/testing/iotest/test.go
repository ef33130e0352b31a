package iotest

import (
	"bytes"
	"fmt"
	"io"
)

// smallReads reads one to three bytes at a time, and says where an error came.
type smallReads struct {
	r      io.Reader
	offset int
	size   int
}

func (r *smallReads) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	r.size = r.size%3 + 1
	n, err := r.r.Read(p[:min(r.size, len(p))])
	if err != nil && err != io.EOF {
		err = fmt.Errorf("Read(%d bytes at offset %d): %v", n, r.offset, err)
	}
	r.offset += n
	return n, err
}

// TestReader returns what is wrong with r as a reader of content, also as an io.Seeker and io.ReaderAt if it is one.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		if n, err := r.Read(nil); n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	data, err := io.ReadAll(&smallReads{r: r})
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if r, ok := r.(io.ReadSeeker); ok {
		if err := testSeeker(r, content); err != nil {
			return err
		}
	}
	if r, ok := r.(io.ReaderAt); ok {
		return testReaderAt(r, content)
	}
	return nil
}

func testSeeker(r io.ReadSeeker, content []byte) error {
	size := len(content)
	// seek moves and says what is wrong with that; from is how errors name the place before.
	seek := func(offset, whence int, from string, want int) error {
		sign := ""
		if offset == 1 && whence == io.SeekCurrent {
			sign = "+"
		}
		if at, err := r.Seek(int64(offset), whence); at != int64(want) || err != nil {
			return fmt.Errorf("Seek(%s%d, %d) from %s = %d, %v, want %d, nil", sign, offset, whence, from, at, err, want)
		}
		return nil
	}
	read := func(from io.Reader, at int) error {
		data, err := io.ReadAll(from)
		if err != nil {
			return fmt.Errorf("ReadAll from offset %d: %v", at, err)
		}
		if !bytes.Equal(data, content[at:]) {
			return fmt.Errorf("ReadAll from offset %d = %q\n\twant %q", at, data, content[at:])
		}
		return nil
	}
	middle := size - size/3
	steps := []func() error{
		func() error { return seek(0, io.SeekCurrent, "EOF", size) },
	}
	if middle > 0 {
		steps = append(steps,
			func() error { return seek(-1, io.SeekCurrent, "EOF", size-1) },
			func() error { return seek(-size/3, io.SeekCurrent, fmt.Sprint(size-1), middle-1) },
			func() error { return seek(+1, io.SeekCurrent, fmt.Sprint(middle-1), middle) })
	}
	steps = append(steps,
		func() error { return seek(0, io.SeekCurrent, fmt.Sprint(middle), middle) },
		func() error { return read(&smallReads{r: r}, middle) },
		func() error { return seek(middle/2, io.SeekStart, "EOF", middle/2) },
		func() error { return seek(-size/3, io.SeekEnd, fmt.Sprint(middle/2), middle) },
		func() error { return read(&smallReads{r: r}, middle) },
		func() error { return seek(middle/2, io.SeekStart, "EOF", middle/2) },
		func() error { return read(r, middle/2) })
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func testReaderAt(r io.ReaderAt, content []byte) error {
	data := make([]byte, len(content), len(content)+1)
	spoil := func() {
		for i := range data {
			data[i] = 0xfe
		}
	}
	spoil()
	n, err := r.ReadAt(data, 0)
	if n != len(data) || err != nil && err != io.EOF {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v, want %d, nil or EOF", len(data), n, err, len(data))
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAt(%d, 0) = %q\n\twant %q", len(data), data, content)
	}
	if n, err = r.ReadAt(data[:1], int64(len(data))); n != 0 || err != io.EOF {
		return fmt.Errorf("ReadAt(1, %d) = %v, %v, want 0, EOF", len(data), n, err)
	}
	spoil()
	if n, err = r.ReadAt(data[:cap(data)], 0); n != len(data) || err != io.EOF {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v, want %d, EOF", cap(data), n, err, len(data))
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAt(%d, 0) = %q\n\twant %q", len(data), data, content)
	}
	spoil()
	for i := range data {
		n, err = r.ReadAt(data[i:i+1], int64(i))
		last := i == len(data)-1
		if n != 1 || err != nil && (!last || err != io.EOF) {
			want := "nil"
			if last {
				want = "nil or EOF"
			}
			return fmt.Errorf("ReadAt(1, %d) = %v, %v, want 1, %s", i, n, err, want)
		}
		if data[i] != content[i] {
			return fmt.Errorf("ReadAt(1, %d) = %q want %q", i, data[i:i+1], content[i:i+1])
		}
	}
	return nil
}
