// Package paths works on slash-separated paths: what path and path/filepath have in common on Linux.
package paths

// cleaner builds a path; it copies the given one only where the two begin to differ.
type cleaner struct {
	path string
	buf  []byte
	n    int
}

func (c *cleaner) put(b byte) {
	if c.buf == nil {
		if c.n < len(c.path) && c.path[c.n] == b {
			c.n++
			return
		}
		c.buf = make([]byte, len(c.path))
		copy(c.buf, c.path[:c.n])
	}
	c.buf[c.n] = b
	c.n++
}

func (c *cleaner) at(i int) byte {
	if c.buf != nil {
		return c.buf[i]
	}
	return c.path[i]
}

func (c *cleaner) string() string {
	if c.buf == nil {
		return c.path[:c.n]
	}
	return string(c.buf[:c.n])
}

// Clean returns the shortest path that names the same: without "." and empty elements, and with each ".." taken back
// together with what stands before it.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	c := cleaner{path: path}
	root := 0 // length of the part that ".." does not take back
	if path[0] == '/' {
		c.put('/')
		root = 1
	}
	fixed := root
	for i := 0; i < len(path); {
		end := i
		for end < len(path) && path[end] != '/' {
			end++
		}
		element := path[i:end]
		i = end + 1
		switch {
		case element == "" || element == ".":
		case element == ".." && c.n > fixed:
			for c.n--; c.n > fixed && c.at(c.n) != '/'; c.n-- {
			}
		case element == ".." && root == 1:
		default:
			if c.n > root {
				c.put('/')
			}
			for k := range len(element) {
				c.put(element[k])
			}
			if element == ".." {
				fixed = c.n
			}
		}
	}
	if c.n == 0 {
		c.put('.')
	}
	return c.string()
}

// Split returns what stands up to the last slash, and behind it.
func Split(path string) (dir, file string) {
	i := len(path)
	for i > 0 && path[i-1] != '/' {
		i--
	}
	return path[:i], path[i:]
}

// Ext returns the last dot of the last element and what follows it.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base returns the last element, "." of "" and "/" of slashes.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for path != "" && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "" {
		return "/"
	}
	_, file := Split(path)
	return file
}

// Dir returns all but the last element, cleaned.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}
