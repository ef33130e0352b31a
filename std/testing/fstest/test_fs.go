package fstest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing/iotest"
)

// TestFS walks a file system and holds what its methods say against each other and against the interfaces of package fs. The expected
// files must be there; without any there must be none. The error lists all that is wrong.
func TestFS(fsys fs.FS, expected ...string) error {
	if err := test(fsys, expected); err != nil {
		return err
	}
	// The first directory is tested as a file system of its own.
	for _, name := range expected {
		dir, _, below := strings.Cut(name, "/")
		if !below {
			continue
		}
		var inside []string
		for _, name := range expected {
			if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
				inside = append(inside, rest)
			}
		}
		sub, err := fs.Sub(fsys, dir)
		if err != nil {
			return err
		}
		if err := test(sub, inside); err != nil {
			return fmt.Errorf("testing fs.Sub(fsys, %s): %w", dir, err)
		}
		return nil
	}
	return nil
}

// tester notes what it found and what is wrong with it.
type tester struct {
	fsys   fs.FS
	found  map[string]bool
	errors []error
}

func test(fsys fs.FS, expected []string) error {
	t := tester{fsys: fsys, found: map[string]bool{}}
	t.directory(".")
	t.badNames(".")
	delete(t.found, ".")
	if len(expected) == 0 && len(t.found) > 0 {
		names := slices.Sorted(maps.Keys(t.found))
		if len(names) > 15 {
			names = append(names[:10], "...")
		}
		t.wrong("expected empty file system but found files:\n%s", strings.Join(names, "\n"))
	}
	for _, name := range expected {
		if !t.found[name] {
			t.wrong("expected but not found: %s", name)
		}
	}
	if len(t.errors) == 0 {
		return nil
	}
	return fmt.Errorf("TestFS found errors:\n%w", errors.Join(t.errors...))
}

func (t *tester) wrong(format string, args ...any) {
	t.errors = append(t.errors, fmt.Errorf(format, args...))
}

func (t *tester) open(dir string) fs.ReadDirFile {
	f, err := t.fsys.Open(dir)
	if err != nil {
		t.wrong("%s: Open: %w", dir, err)
		return nil
	}
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		f.Close()
		t.wrong("%s: Open returned File type %T, not a fs.ReadDirFile", dir, f)
	}
	return d
}

func (t *tester) directory(dir string) {
	t.found[dir] = true
	d := t.open(dir)
	if d == nil {
		return
	}
	list, err := d.ReadDir(-1)
	if err != nil {
		d.Close()
		t.wrong("%s: ReadDir(-1): %w", dir, err)
		return
	}
	for _, entry := range list {
		t.entry(dir, entry)
	}
	if more, err := d.ReadDir(-1); len(more) > 0 || err != nil {
		d.Close()
		t.wrong("%s: ReadDir(-1) at EOF = %d entries, %w, wanted 0 entries, nil", dir, len(more), err)
		return
	}
	if more, err := d.ReadDir(1); len(more) > 0 || err != io.EOF {
		d.Close()
		t.wrong("%s: ReadDir(1) at EOF = %d entries, %w, wanted 0 entries, EOF", dir, len(more), err)
		return
	}
	if err := d.Close(); err != nil {
		t.wrong("%s: Close: %w", dir, err)
	}
	d.Close() // again: must do no harm
	t.otherWays(dir, list)
}

func (t *tester) entry(dir string, entry fs.DirEntry) {
	name := entry.Name()
	switch {
	case name == "." || name == ".." || name == "":
		t.wrong("%s: ReadDir: child has invalid name: %#q", dir, name)
		return
	case strings.Contains(name, "/"):
		t.wrong("%s: ReadDir: child name contains slash: %#q", dir, name)
		return
	case strings.Contains(name, `\`):
		t.wrong("%s: ReadDir: child name contains backslash: %#q", dir, name)
		return
	}
	whole := path.Join(dir, name)
	t.description(whole, entry)
	t.badNames(whole)
	switch entry.Type() {
	case fs.ModeDir:
		t.directory(whole)
	case fs.ModeSymlink:
		t.found[whole] = true
	default:
		t.file(whole)
	}
}

// otherWays lists a directory in all other ways, which must give the same.
func (t *tester) otherWays(dir string, list []fs.DirEntry) {
	d := t.open(dir)
	if d == nil {
		return
	}
	again, err := d.ReadDir(-1)
	d.Close()
	if err != nil {
		t.wrong("%s: second Open+ReadDir(-1): %w", dir, err)
		return
	}
	t.same(dir, "first Open+ReadDir(-1) vs second Open+ReadDir(-1)", list, again)
	if d = t.open(dir); d == nil {
		return
	}
	defer d.Close()
	again = nil
	for n := 1; ; n = 2 {
		part, err := d.ReadDir(n)
		if len(part) > n {
			t.wrong("%s: third Open: ReadDir(%d) after %d: %d entries (too many)", dir, n, len(again), len(part))
			return
		}
		again = append(again, part...)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.wrong("%s: third Open: ReadDir(%d) after %d: %w", dir, n, len(again), err)
			return
		}
	}
	t.same(dir, "first Open+ReadDir(-1) vs third Open+ReadDir(1,2) loop", list, again)
	type way struct {
		name string
		list func() ([]fs.DirEntry, error)
	}
	var ways []way
	if own, ok := t.fsys.(fs.ReadDirFS); ok {
		ways = append(ways, way{"fsys.ReadDir", func() ([]fs.DirEntry, error) { return own.ReadDir(dir) }})
	}
	ways = append(ways, way{"fs.ReadDir", func() ([]fs.DirEntry, error) { return fs.ReadDir(t.fsys, dir) }})
	for _, way := range ways {
		again, err := way.list()
		if err != nil {
			t.wrong("%s: %s: %w", dir, way.name, err)
			return
		}
		t.same(dir, "first Open+ReadDir(-1) vs "+way.name, list, again)
		for i := 0; i+1 < len(again); i++ {
			if again[i].Name() >= again[i+1].Name() {
				t.wrong("%s: %s: list not sorted: %s before %s", dir, way.name, again[i].Name(), again[i+1].Name())
			}
		}
	}
	if own, ok := t.fsys.(fs.GlobFS); ok {
		if _, err := own.Glob(path.Join(dir, "nonexist/[]")); err == nil {
			t.wrong("%s: Glob(%#q): bad pattern not detected", dir, path.Join(dir, "nonexist/[]"))
		}
		names, err := own.Glob(path.Join(dir, "*"))
		if err != nil || len(names) != len(list) {
			t.wrong("%s: Glob(%#q): %d names, error %v, wanted %d", dir, path.Join(dir, "*"), len(names), err, len(list))
		}
	}
}

func entryText(e fs.DirEntry) string {
	return fmt.Sprintf("%s IsDir=%v Type=%v", e.Name(), e.IsDir(), e.Type())
}

func typeText(i fs.FileInfo) string {
	return fmt.Sprintf("%s IsDir=%v Type=%v", i.Name(), i.IsDir(), i.Mode().Type())
}

func infoText(i fs.FileInfo) string {
	return fmt.Sprintf("%s IsDir=%v Mode=%v Size=%d ModTime=%v", i.Name(), i.IsDir(), i.Mode(), i.Size(), i.ModTime())
}

// description holds what the entry, the open file and Stat say of a file against each other.
func (t *tester) description(name string, entry fs.DirEntry) {
	f, err := t.fsys.Open(name)
	if err != nil {
		t.wrong("%s: Open: %w", name, err)
		return
	}
	stat, err := f.Stat()
	f.Close()
	if err != nil {
		t.wrong("%s: Stat: %w", name, err)
		return
	}
	isLink := entry.Type()&fs.ModeSymlink != 0
	if e, s := entryText(entry), typeText(stat); e != s && !isLink {
		t.wrong("%s: mismatch:\n\tentry = %s\n\tfile.Stat() = %s", name, e, s)
	}
	own, err := entry.Info()
	if err != nil {
		t.wrong("%s: entry.Info: %w", name, err)
		return
	}
	said, text := infoText(own), infoText(stat)
	if e, s := entryText(entry), typeText(own); e != s {
		t.wrong("%s: mismatch\n\tentry = %s\n\tentry.Info() = %s\n", name, e, s)
	}
	if said != text && !isLink {
		t.wrong("%s: mismatch:\n\tentry.Info() = %s\n\tfile.Stat() = %s\n", name, said, text)
	}
	again, err := fs.Stat(t.fsys, name)
	if err != nil {
		t.wrong("%s: fs.Stat: %w", name, err)
		return
	}
	if s := infoText(again); s != text {
		t.wrong("%s: fs.Stat(...) = %s\n\twant %s", name, s, text)
	}
	if own, ok := t.fsys.(fs.StatFS); ok {
		again, err := own.Stat(name)
		if err != nil {
			t.wrong("%s: fsys.Stat: %w", name, err)
			return
		}
		if s := infoText(again); s != text {
			t.wrong("%s: fsys.Stat(...) = %s\n\twant %s", name, s, text)
		}
	}
	if own, ok := t.fsys.(fs.ReadLinkFS); ok {
		again, err := own.Lstat(name)
		if err != nil {
			t.wrong("%s: fsys.Lstat: %v", name, err)
			return
		}
		if e, s := entryText(entry), typeText(again); e != s {
			t.wrong("%s: mismatch:\n\tentry = %s\n\tfsys.Lstat(...) = %s", name, e, s)
		}
		if s := infoText(again); s != said {
			t.wrong("%s: mismatch:\n\tentry.Info() = %s\n\tfsys.Lstat(...) = %s\n", name, said, s)
		}
	}
}

// same says what differs between two lists of a directory.
func (t *tester) same(dir, what string, list, other []fs.DirEntry) {
	known := map[string]fs.DirEntry{}
	for _, e := range list {
		if e.IsDir() && e.Type()&fs.ModeDir == 0 {
			t.wrong("%s: ReadDir returned %s with IsDir() = true, Type() & ModeDir = 0", dir, e.Name())
		}
		if !e.IsDir() && e.Type()&fs.ModeDir != 0 {
			t.wrong("%s: ReadDir returned %s with IsDir() = false, Type() & ModeDir = ModeDir", dir, e.Name())
		}
		known[e.Name()] = e
	}
	var differences []string
	for _, e := range other {
		first := known[e.Name()]
		delete(known, e.Name())
		switch {
		case first == nil:
			differences = append(differences, "+ "+entryText(e))
		case entryText(first) != entryText(e):
			differences = append(differences, "- "+entryText(first), "+ "+entryText(e))
		}
	}
	for _, e := range known {
		differences = append(differences, "- "+entryText(e))
	}
	if len(differences) > 0 {
		slices.SortFunc(differences, func(a, b string) int {
			return strings.Compare(a[2:]+a[:1], b[2:]+b[:1])
		})
		t.wrong("%s: diff %s:\n\t%s", dir, what, strings.Join(differences, "\n\t"))
	}
}

// file reads a file in all ways.
func (t *tester) file(name string) {
	t.found[name] = true
	f, err := t.fsys.Open(name)
	if err != nil {
		t.wrong("%s: Open: %w", name, err)
		return
	}
	data, err := io.ReadAll(f)
	if err != nil {
		f.Close()
		t.wrong("%s: Open+ReadAll: %w", name, err)
		return
	}
	if err := f.Close(); err != nil {
		t.wrong("%s: Close: %w", name, err)
	}
	f.Close() // again: must do no harm
	if own, ok := t.fsys.(fs.ReadFileFS); ok {
		read, err := own.ReadFile(name)
		if err != nil {
			t.wrong("%s: fsys.ReadFile: %w", name, err)
			return
		}
		t.sameData(name, "ReadAll vs fsys.ReadFile", data, read)
		for i := range read {
			read[i]++ // the caller's own
		}
		if read, err = own.ReadFile(name); err != nil {
			t.wrong("%s: second call to fsys.ReadFile: %w", name, err)
			return
		}
		t.sameData(name, "Readall vs second fsys.ReadFile", data, read)
	}
	read, err := fs.ReadFile(t.fsys, name)
	if err != nil {
		t.wrong("%s: fs.ReadFile: %w", name, err)
		return
	}
	t.sameData(name, "ReadAll vs fs.ReadFile", data, read)
	if f, err = t.fsys.Open(name); err != nil {
		t.wrong("%s: second Open: %w", name, err)
		return
	}
	defer f.Close()
	if err := iotest.TestReader(f, data); err != nil {
		t.wrong("%s: failed TestReader:\n\t%s", name, strings.ReplaceAll(err.Error(), "\n", "\n\t"))
	}
}

func (t *tester) sameData(name, what string, data, other []byte) {
	if !bytes.Equal(data, other) {
		t.wrong("%s: %s: different data returned\n\t%q\n\t%q", name, what, data, other)
	}
}

// badNames opens names that are not valid.
func (t *tester) badNames(name string) {
	bad := []string{"/" + name, name + "/."}
	if name == "." {
		bad = append(bad, "/")
	}
	if i := strings.Index(name, "/"); i >= 0 {
		bad = append(bad, name[:i]+"//"+name[i+1:], name[:i]+"/./"+name[i+1:])
	}
	bad = append(bad, name+"/")
	for _, b := range bad {
		if f, err := t.fsys.Open(b); err == nil {
			f.Close()
			t.wrong("%s: Open(%s) succeeded, want error", name, b)
		}
	}
}
