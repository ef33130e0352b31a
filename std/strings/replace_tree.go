package strings

import "internal/bytealg"

// tree has the old strings of a Replacer by their bytes.
type tree struct {
	root   node
	size   int       // how many bytes there are in the strings
	places [256]byte // of each byte in a node's slice, from 1 on; 0 of those that are in no string, and of the last of all 256
}

// node is what strings have behind some bytes: one text and another node, or a node for each next byte.
type node struct {
	text string // that replaces what ends here
	rank int    // the higher counts; 0 if nothing ends here
	some string
	then *node // behind some
	next []*node
}

// newTree makes the tree of pairs.
func newTree(oldnew []string) *tree {
	t := new(tree)
	for i := 0; i < len(oldnew); i += 2 {
		for j := range len(oldnew[i]) {
			t.places[oldnew[i][j]] = 1
		}
	}
	for c, used := range t.places {
		if used != 0 {
			t.size++
			t.places[c] = byte(t.size)
		}
	}
	t.root.next = make([]*node, t.size)
	for i := 0; i < len(oldnew); i += 2 {
		t.add(&t.root, oldnew[i], oldnew[i+1], len(oldnew)-i)
	}
	return t
}

// index returns the place of c in a node's slice, -1 if it is in no string.
func (t *tree) index(c byte) int {
	if t.size == len(t.places) {
		return int(c)
	}
	return int(t.places[c]) - 1
}

// place returns where a node has what is behind c.
func (t *tree) place(n *node, c byte) **node { return &n.next[t.index(c)] }

// begins returns the first place from i on where a string may begin, -1 if there is none.
func (t *tree) begins(s string, i int) int {
	for ; i < len(s); i++ {
		if t.size < len(t.places) {
			if i = bytealg.IndexMarked(s, i, &t.places); i < 0 {
				break
			}
		}
		if *t.place(&t.root, s[i]) != nil {
			return i
		}
	}
	return -1
}

// add adds what replaces old behind n. Of the same strings the first counts.
func (t *tree) add(n *node, old, text string, rank int) {
	for old != "" {
		switch {
		case n.next != nil:
			to := t.place(n, old[0])
			if *to == nil {
				*to = new(node)
			}
			n, old = *to, old[1:]
		case n.some == "":
			n.some, n.then = old, new(node)
			n, old = n.then, ""
		default:
			n, old = t.split(n, old)
		}
	}
	if n.rank == 0 {
		n.text, n.rank = text, rank
	}
}

// split makes room for old in a node that has some text, and returns what is behind the bytes they share, or behind the first.
func (t *tree) split(n *node, old string) (*node, string) {
	shared := 0
	for shared < len(n.some) && shared < len(old) && n.some[shared] == old[shared] {
		shared++
	}
	switch shared {
	case len(n.some):
		return n.then, old[shared:]
	case 0:
		rest := n.then
		if len(n.some) > 1 {
			rest = &node{some: n.some[1:], then: n.then}
		}
		first := new(node)
		n.next = make([]*node, t.size)
		*t.place(n, n.some[0]), *t.place(n, old[0]) = rest, first
		n.some, n.then = "", nil
		return first, old[1:]
	}
	rest := &node{some: n.some[shared:], then: n.then}
	n.some, n.then = n.some[:shared], rest
	return rest, old[shared:]
}

// find returns how long the string is that s begins with, of several the one that was given first, and what replaces it.
func (t *tree) find(s string, empty bool) (length int, text string, found bool) {
	best := 0
	behind := 0
	for n := &t.root; n != nil; {
		if n.rank > best && (empty || n != &t.root) {
			best = n.rank
			length, text, found = behind, n.text, true
		}
		rest := s[behind:]
		switch {
		case rest == "":
			return
		case n.next != nil:
			index := t.index(rest[0])
			if index < 0 {
				return
			}
			n = n.next[index]
			behind++
		case n.some != "" && HasPrefix(rest, n.some):
			behind += len(n.some)
			n = n.then
		default:
			return
		}
	}
	return
}
