// Package mimelimit lets mime/multipart read headers through net/textproto with limits that textproto's API does not have.
package mimelimit

import "bufio"

// ReadHeader is set by net/textproto: it reads a header of at most so many bytes and fields.
var ReadHeader func(r *bufio.Reader, maxBytes, maxFields int64) (map[string][]string, error)
