// Package encoding has the interfaces by which values become bytes or text and back.
package encoding

// BinaryMarshaler returns a binary form of itself.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler reads its binary form; it must copy what it keeps.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// BinaryAppender appends a binary form of itself.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// TextMarshaler returns itself as text in UTF-8.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler reads its text; it must copy what it keeps.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// TextAppender appends itself as text in UTF-8.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
