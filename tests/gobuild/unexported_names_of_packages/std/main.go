package main

import (
	"bytes"
	"time"
)

func main() {
	var b bytes.Buffer
	_ = b.buf
	_ = b.Buf
	var t time.Time
	_ = t.wall
	_ = t.Wall
}
