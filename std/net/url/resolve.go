package url

import (
	"bytes"
	"path"
	"strings"
)

// Parse returns what a reference stands for where u is the base.
func (u *URL) Parse(ref string) (*URL, error) {
	r, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(r), nil
}

// ResolveReference returns the URL that ref stands for where u is the base: RFC 3986, 5.2.
func (u *URL) ResolveReference(ref *URL) *URL {
	target := *ref
	if ref.Scheme == "" {
		target.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" || ref.User != nil {
		target.setPath(resolvePath(ref.EscapedPath(), ""))
		return &target
	}
	rootless := func() *URL {
		target.User, target.Host, target.Path = nil, "", ""
		return &target
	}
	if ref.Opaque != "" {
		return rootless()
	}
	if ref.Path == "" {
		if !ref.ForceQuery && ref.RawQuery == "" {
			target.RawQuery = u.RawQuery
			if ref.Fragment == "" {
				target.Fragment, target.RawFragment = u.Fragment, u.RawFragment
			}
		}
		if u.Opaque != "" {
			target.Opaque = u.Opaque
			return rootless()
		}
	}
	target.Host, target.User = u.Host, u.User
	target.setPath(resolvePath(u.EscapedPath(), ref.EscapedPath()))
	return &target
}

// resolvePath returns where a path leads from a base, without dot segments: RFC 3986, 5.2.4. It is empty or absolute.
func resolvePath(base, ref string) string {
	whole := ref
	switch {
	case ref == "":
		whole = base
	case ref[0] != '/':
		whole = base[:strings.LastIndexByte(base, '/')+1] + ref
	}
	if whole == "" {
		return ""
	}
	out := append(make([]byte, 0, len(whole)+1), '/') // and the segments that count, with slashes between
	empty := true
	var segment string
	for rest, more := whole, true; more; {
		segment, rest, more = strings.Cut(rest, "/")
		switch segment {
		case ".":
			empty = false
		case "..":
			out = out[:max(1, 1+bytes.LastIndexByte(out[1:], '/'))]
			empty = len(out) == 1
		default:
			if !empty {
				out = append(out, '/')
			}
			out = append(out, segment...)
			empty = false
		}
	}
	if segment == "." || segment == ".." {
		out = append(out, '/')
	}
	if len(out) > 1 && out[1] == '/' {
		out = out[1:]
	}
	return string(out)
}

// JoinPath returns the URL whose path goes on with elements, which are escaped, without dot segments.
func (u *URL) JoinPath(elem ...string) *URL {
	joined, _ := u.joinPath(elem)
	return joined
}

func (u *URL) joinPath(elements []string) (*URL, error) {
	all := append([]string{u.EscapedPath()}, elements...)
	relative := !strings.HasPrefix(all[0], "/")
	if relative {
		all[0] = "/" + all[0] // so that no ".." is left
	}
	whole := path.Join(all...)
	if relative {
		whole = whole[1:]
	}
	if strings.HasSuffix(all[len(all)-1], "/") && !strings.HasSuffix(whole, "/") {
		whole += "/"
	}
	joined := *u
	err := joined.setPath(whole)
	return &joined, err
}

// JoinPath is the method of that name for the text of a URL.
func JoinPath(base string, elem ...string) (result string, err error) {
	u, err := Parse(base)
	if err != nil {
		return "", err
	}
	joined, err := u.joinPath(elem)
	if err != nil {
		return "", err
	}
	return joined.String(), nil
}
