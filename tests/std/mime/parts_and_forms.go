// run
// Texts of several parts: written and read back, all ways to be wrong, forms in memory and in files; then random texts made of pieces.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"
	"slices"
	"strings"
	"testing/iotest"
)

const texts = 60 // in bulk: 20000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func show(h map[string][]string) string {
	var names []string
	for name, values := range h {
		names = append(names, fmt.Sprintf("%q: %q", name, values))
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// parts reads all parts.
func parts(in io.Reader, boundary string, raw bool) {
	r := multipart.NewReader(in, boundary)
	for {
		next := r.NextPart
		if raw {
			next = r.NextRawPart
		}
		p, err := next()
		if err != nil {
			fmt.Printf("end: %v %t\n", err, p == nil)
			return
		}
		if random(5) == 0 {
			fmt.Println("closed", p.Close())
			continue
		}
		n, err := p.Read(nil)
		fmt.Println(n, err)
		body, err := io.ReadAll(p)
		fmt.Printf("%s name %q file %q %q %v\n", show(p.Header), p.FormName(), p.FileName(), body, err)
	}
}

func form(s, boundary string, memory int64) {
	f, err := multipart.NewReader(strings.NewReader(s), boundary).ReadForm(memory)
	if err != nil {
		fmt.Println("form:", err, f == nil, errors.Is(err, multipart.ErrMessageTooLarge))
		return
	}
	fmt.Println("form", show(f.Value))
	var names []string
	for name := range f.File {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, h := range f.File[name] {
			file, err := h.Open()
			if err != nil {
				fmt.Println("open", err)
				continue
			}
			b, err := io.ReadAll(file)
			at := make([]byte, 2)
			n, err2 := file.ReadAt(at, 1)
			where, err3 := file.Seek(-1, io.SeekEnd)
			fmt.Println(name, h.Filename, h.Size, show(h.Header), len(b), err, string(at[:n]), err2, where, err3, file.Close())
		}
	}
	fmt.Println(f.RemoveAll(), f.RemoveAll())
}

func written() string {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	fmt.Println(len(w.Boundary()), w.Boundary() != multipart.NewWriter(&b).Boundary())
	for _, s := range []string{"", strings.Repeat("x", 71), "a b", "a ", "a\"", "é", "a/b?c", "simple"} {
		err := w.SetBoundary(s)
		fmt.Println(err, err != nil || w.FormDataContentType() != "")
		if err == nil {
			fmt.Println(w.FormDataContentType())
		}
	}
	fmt.Println(w.WriteField("a \"name\"\r\n\\", "value"))
	p, err := w.CreateFormFile("file", "dir/na\"me.txt")
	n, err2 := io.WriteString(p, "contents\r\nof a file")
	fmt.Println(n, err, err2, w.SetBoundary("late"))
	q, err := w.CreatePart(textproto.MIMEHeader{"Z": {"1", "2"}, "A": {"é"}, "Content-Transfer-Encoding": {"Quoted-Printable"}})
	n, err2 = p.Write([]byte("x"))
	fmt.Println(n, err, err2)
	io.WriteString(q, "a=20b=\r\nc")
	q, err = w.CreateFormField("field")
	q.Write(nil)
	fmt.Println(err, w.Close(), w.Boundary(), multipart.FileContentDisposition("f\"", "n\\"))
	_, err = q.Write([]byte("x"))
	fmt.Println(err)
	fmt.Printf("%q\n", b.String())
	w = multipart.NewWriter(failing{})
	q, err = w.CreateFormField("x")
	fmt.Println(q, err, w.WriteField("a", "b"), w.Close())
	left := &limited{left: 150}
	w = multipart.NewWriter(left)
	q, err = w.CreateFormField("x")
	left.left = 0
	_, err2 = q.Write([]byte("0123456789"))
	_, err3 := w.CreateFormField("y")
	fmt.Println(err, err2, err3, w.Close())
	return b.String()
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("failed") }

type limited struct{ left int }

func (l *limited) Write(b []byte) (int, error) {
	if len(b) > l.left {
		return 0, errors.New("full")
	}
	l.left -= len(b)
	return len(b), nil
}

func main() {
	s := written()
	parts(strings.NewReader(s), "simple", false)
	parts(iotest.OneByteReader(strings.NewReader(s)), "simple", true)
	parts(iotest.ErrReader(errors.New("broken")), "simple", false)
	parts(io.MultiReader(strings.NewReader(s[:100]), iotest.ErrReader(errors.New("broken"))), "simple", false)
	for _, memory := range []int64{-1, 0, 10, 1000, 1<<63 - 1} {
		form(s, "simple", memory)
	}
	for _, s := range []string{"", "--b", "--b--", "--b--\n", "--b-- \r\n", "--b\r\n\r\nx\r\n--b--", "--b\n\nx\n--b--\n", "pre\n--b\n\n\n--b--", "--b\r\n\r\n--b--\r\n", "--b\r\nA: b\r\n\r\nx\r\n--bc\r\n--b--", "--b\r\n bad\r\n\r\n",
		"--b\r\nA: b", "--b\r\n\r\nx\r\n--b \t\r\n\r\ny\r\n--b--", "--b\r\n\r\nx\r\n--b-\r\nz\r\n--b--", "--b\r\n\r\nx\r\n\r\n--b\r\nC: d\r\n\r\n\r\n--b--", "--b\r\n\r\nx\r\n--b\r\n\r\n--b\r\n\r\n--b--", "--b\r\n\r\nx\n--b--\r\n--b--",
		"--b\r\nContent-Disposition: form-data; name=n; filename=\"a/b\"\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: attachment; name=n\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: form-data; name\r\n\r\nx\r\n--b--", "--b\r\n\r\nx\r\n--b\r\n\r\ny"} {
		fmt.Printf("%q\n", s)
		parts(strings.NewReader(s), "b", false)
		parts(iotest.HalfReader(strings.NewReader(s)), "", false)
		form(s, "b", 2)
	}
	field := "\r\nContent-Disposition: form-data; name=\"f\"; filename=g\r\n\r\n"
	big := "--b" + field + strings.Repeat("0123456789", 50) + "\r\n--b" + field + "short\r\n--b" + field + "\r\n--b--"
	for _, memory := range []int64{0, 4, 499, 500, 504, 505, 1 << 20} {
		form(big, "b", memory)
	}
	pieces := []string{"--b", "\r\n", "\n", "--b--", "\r\n--b\r\n", "\r\n\r\n", "A: b\r\n", "Content-Disposition: form-data; name=x\r\n", "text", "-", " ", "\r\n--b", "\r", strings.Repeat("y", 300)}
	for range texts {
		b := new(strings.Builder)
		b.WriteString("--b\r\n")
		for range random(12) {
			b.WriteString(pieces[random(len(pieces))])
		}
		if random(2) == 0 {
			b.WriteString("\r\n--b--")
		}
		parts(strings.NewReader(b.String()), "b", random(2) == 0)
		form(b.String(), "b", int64(random(20)))
	}
}
