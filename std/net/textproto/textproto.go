// Package textproto reads and writes what HTTP, NNTP and SMTP have in common: lines with numbers, headers, texts that end with a dot.
package textproto

import (
	"bufio"
	"fmt"
	"io"
)

// Error is an answer that says that something failed.
type Error struct {
	Code int
	Msg  string
}

func (e *Error) Error() string { return fmt.Sprintf("%03d %q", e.Code, e.Msg) }

// ProtocolError says how an answer or a header is wrong.
type ProtocolError string

func (p ProtocolError) Error() string { return string(p) }

// Conn reads from, writes to and counts requests on one connection.
type Conn struct {
	Reader
	Writer
	Pipeline
	conn io.ReadWriteCloser
}

// NewConn returns a Conn on conn.
func NewConn(conn io.ReadWriteCloser) *Conn {
	return &Conn{Reader: Reader{R: bufio.NewReader(conn)}, Writer: Writer{W: bufio.NewWriter(conn)}, conn: conn}
}

// Close closes the connection.
func (c *Conn) Close() error { return c.conn.Close() }

// Cmd waits until it is its turn, writes a line and returns the number with which StartResponse waits for the answer.
func (c *Conn) Cmd(format string, args ...any) (id uint, err error) {
	id = c.Next()
	c.StartRequest(id)
	defer c.EndRequest(id)
	if err = c.PrintfLine(format, args...); err != nil {
		return 0, err
	}
	return id, nil
}

// TrimString returns s without spaces, tabs and ends of lines around it.
func TrimString(s string) string {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// TrimBytes returns b without spaces, tabs and ends of lines around it.
func TrimBytes(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
