// run
// plain: what it reads is as long as its heap is large
// Dumps of the heap, read back.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

type list struct {
	next  *list
	value uint64
}

// records says what stands in the records that are read over: numbers, texts, fields, frames of a stack, pauses.
var records = map[uint64]string{
	2: "tn", 3: "nntn", 4: "nnnnnnnntnnnn", 5: "nnntnnntf", 6: "nnnnttn", 7: "nnnnn", 8: "nn", 9: "nnn", 10: "nnnnnnnnnnnnnnnnnnnnnnnnPn",
	11: "nnnnn", 12: "ntf", 13: "ntf", 14: "nnnnnnn", 15: "nnnnnn", 16: "nnFnn", 17: "nn",
}

// objects reads a dump up to its end and says how many objects have value in their second word.
func objects(name string, value uint64) {
	f, _ := os.Open(name)
	defer f.Close()
	r := bufio.NewReader(f)
	header, _ := r.ReadString('\n')
	fmt.Printf("%q\n", header)
	number := func() uint64 {
		x, err := binary.ReadUvarint(r)
		if err != nil {
			panic(err)
		}
		return x
	}
	text := func() []byte {
		b := make([]byte, number())
		if _, err := io.ReadFull(r, b); err != nil {
			panic(err)
		}
		return b
	}
	found, pointers, linked := 0, 0, 0
	for {
		switch tag := number(); tag {
		case 0:
			_, err := r.ReadByte()
			fmt.Println(found, pointers, linked, err)
			return
		case 1:
			number()
			b := text()
			matches := len(b) == 16 && binary.LittleEndian.Uint64(b[8:]) == value
			if matches {
				found++
				if binary.LittleEndian.Uint64(b) != 0 {
					linked++
				}
			}
			for number() == 1 {
				if number() == 0 && matches {
					pointers++
				}
			}
		default:
			form, known := records[tag]
			if !known {
				fmt.Println("what is", tag)
				return
			}
			for _, part := range form {
				switch part {
				case 'n':
					number()
				case 't':
					text()
				case 'f':
					for number() == 1 {
						number()
					}
				case 'F':
					for range number() {
						text()
						text()
						number()
					}
				case 'P':
					for range 256 {
						number()
					}
				}
			}
		}
	}
}

func main() {
	const value = 0x1234567887654321
	var all *list
	for range 100 {
		all = &list{all, value}
	}
	f, _ := os.CreateTemp("", "heap")
	defer os.Remove(f.Name())
	debug.WriteHeapDump(f.Fd())
	f.Close()
	objects(f.Name(), value)
	fmt.Println(all.value == value)
}

// Output:
// "go1.7 heap dump\n"
// 100 100 99 EOF
// true
