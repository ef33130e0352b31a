// Measures what the parameters of std's functions leak in real Go and writes the rows of std/escape_tags.tsv.
//
//	go run tests/oracle/std_escape_tags/main.go [-check] PACKAGE ...
//
// The rows of exported functions and of methods of exported types are replaced, of those that std/PACKAGE has too. A body here that
// leaks more than Go's needs its rows removed again (unit_std says which; our text decides then). Functions without body and generic
// ones are left out: their rows are written by hand. -check prints the rows that would differ and writes nothing.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
)

const results = 5 // that a tag has

// leaks is the smallest number of dereferences with which a parameter gets somewhere; -1 for never.
type leaks struct {
	heap, mutator, callee int
	result                [results]int
}

func nowhere() *leaks {
	l := &leaks{heap: -1, mutator: -1, callee: -1}
	for i := range l.result {
		l.result[i] = -1
	}
	return l
}

func lower(at *int, derefs int) {
	if *at < 0 || derefs < *at {
		*at = derefs
	}
}

// text is the tag: what comes as far as the heap with as many dereferences is not said again.
func (l *leaks) text() string {
	var parts []string
	add := func(name string, derefs int) {
		if derefs >= 0 && (name == "heap" || l.heap < 0 || derefs < l.heap) {
			parts = append(parts, fmt.Sprintf("%s=%d", name, derefs))
		}
	}
	add("heap", l.heap)
	for i, derefs := range l.result {
		add(fmt.Sprint("r", i), derefs)
	}
	add("mut", l.mutator)
	add("call", l.callee)
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ",")
}

var (
	leaking = regexp.MustCompile(`^(\S+:\d+:\d+): parameter (\S+) leaks to (.+) for (.+) with derefs=(\d+):$`)
	moved   = regexp.MustCompile(`^(\S+:\d+:\d+): moved to heap: \S+$`)
	writing = regexp.MustCompile(`^(\S+:\d+:\d+): (mutates|calls) param: (\S+) derefs=(\d+)$`)
)

// said is what the compiler says of parameters, by the place of their names.
type said struct {
	leaks  map[string]map[string]*leaks // by place, then function
	writes map[string]*leaks
	moved  map[string]bool // to the heap
}

// measure compiles a package. Wrappers of promoted methods have their parameters at the same places, and are compiled later.
func measure(path string, resultsOf func(function string) []string) (*said, error) {
	command := exec.Command("go", "build", "-gcflags=-m=2 -d=escapemutationscalls=1", path)
	command.Env = append(os.Environ(), "GO111MODULE=off", "GOTOOLCHAIN=local")
	var out bytes.Buffer
	command.Stderr = &out
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("%s: %v: %s", path, err, out.String())
	}
	s := &said{map[string]map[string]*leaks{}, map[string]*leaks{}, map[string]bool{}}
	complete := map[string]bool{} // places and kinds of writes
	lines := bufio.NewScanner(&out)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		if m := leaking.FindStringSubmatch(lines.Text()); m != nil {
			place := shortPlace(m[1])
			if s.leaks[place] == nil {
				s.leaks[place] = map[string]*leaks{}
			}
			l := s.leaks[place][m[4]]
			if l == nil {
				l = nowhere()
				s.leaks[place][m[4]] = l
			}
			derefs, _ := strconv.Atoi(m[5])
			if i := slices.Index(resultsOf(m[4]), m[3]); 0 <= i && i < results {
				lower(&l.result[i], derefs)
			} else {
				lower(&l.heap, derefs)
			}
		} else if m := moved.FindStringSubmatch(lines.Text()); m != nil {
			s.moved[shortPlace(m[1])] = true
		} else if m := writing.FindStringSubmatch(lines.Text()); m != nil {
			place := shortPlace(m[1])
			if complete[place+m[2]] {
				continue
			}
			complete[place+m[2]] = true
			if s.writes[place] == nil {
				s.writes[place] = nowhere()
			}
			derefs, _ := strconv.Atoi(m[4])
			if m[2] == "mutates" {
				s.writes[place].mutator = derefs
			} else {
				s.writes[place].callee = derefs
			}
		}
	}
	return s, lines.Err()
}

// shortPlace is a place without its directory: the compiler has other ones than the parser.
func shortPlace(place string) string { return filepath.Base(place) }

func hasPointers(t types.Type) bool {
	if t == nil { // the slice of a variadic parameter
		return true
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Kind() == types.String || t.Kind() == types.UnsafePointer
	case *types.Array:
		return t.Len() > 0 && hasPointers(t.Elem())
	case *types.Struct:
		for f := range t.Fields() {
			if hasPointers(f.Type()) {
				return true
			}
		}
		return false
	}
	return true
}

// function is a function or method as -m prints its name.
type function struct {
	name   string
	decl   *ast.FuncDecl
	object *types.Func
}

func functionsOf(files []*ast.File, info *types.Info) []function {
	var list []function
	for _, file := range files {
		for _, d := range file.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				list = append(list, function{nameOf(d), d, info.Defs[d.Name].(*types.Func)})
			}
		}
	}
	return list
}

func nameOf(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return d.Name.Name
	}
	t := d.Recv.List[0].Type
	star, pointer := t.(*ast.StarExpr)
	if pointer {
		t = star.X
	}
	if x, ok := t.(*ast.IndexExpr); ok {
		t = x.X
	}
	name := types.ExprString(t)
	if pointer {
		name = "(*" + name + ")"
	}
	return name + "." + d.Name.Name
}

func isExported(f function) bool {
	if f.decl.Recv != nil && !token.IsExported(strings.Trim(strings.Split(f.name, ".")[0], "(*)")) {
		return false
	}
	return f.decl.Name.IsExported()
}

func isGeneric(f function) bool {
	signature := f.object.Signature()
	return signature.TypeParams().Len() > 0 || signature.RecvTypeParams().Len() > 0
}

// resultNames are those that the compiler prints.
func resultNames(f function) []string {
	var names []string
	for i := range f.object.Signature().Results().Len() {
		name := f.object.Signature().Results().At(i).Name()
		if name == "" || name == "_" {
			name = fmt.Sprint("~r", i)
		}
		names = append(names, name)
	}
	return names
}

// rowsOf returns the rows of a package.
func rowsOf(root, path string, files *token.FileSet, imports types.Importer) ([]string, error) {
	found, err := build.Default.Import(path, "", 0)
	if err != nil {
		return nil, err
	}
	var parsed []*ast.File
	for _, name := range found.GoFiles {
		file, err := parser.ParseFile(files, filepath.Join(found.Dir, name), nil, 0)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, file)
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: imports, FakeImportC: true}
	if _, err := config.Check(path, files, parsed, info); err != nil {
		return nil, err
	}
	functions := functionsOf(parsed, info)
	names := map[string][]string{}
	for _, f := range functions {
		names[f.name] = resultNames(f)
	}
	s, err := measure(path, func(function string) []string { return names[function] })
	if err != nil {
		return nil, err
	}
	here, err := declaredHere(filepath.Join(root, "std", path))
	if err != nil {
		return nil, err
	}
	var rows []string
	for _, f := range functions {
		if !isExported(f) || isGeneric(f) || f.decl.Body == nil || !here[f.name] {
			continue
		}
		row := func(param, t, tag string) {
			rows = append(rows, strings.Join([]string{path, f.name, param, t, tag, "go"}, "\t"))
		}
		params := paramsOf(f.decl)
		if len(params) == 0 {
			row("", "", "-")
		}
		for i, param := range params {
			name := fmt.Sprint("#", i)
			tag := "none"
			inHeap := false
			if param.name != nil {
				name = param.name.Name
				place := shortPlace(files.Position(param.name.Pos()).String())
				l := nowhere()
				if known := s.leaks[place][f.name]; known != nil {
					*l = *known
				}
				if known := s.writes[place]; known != nil {
					l.mutator, l.callee = known.mutator, known.callee
				}
				if inHeap = s.moved[place]; inHeap {
					l.heap = 0
				}
				tag = l.text()
			}
			if !inHeap && !hasPointers(info.Types[param.t].Type) {
				tag = "-"
			}
			row(name, types.ExprString(param.t), tag)
		}
	}
	return rows, nil
}

// param is a receiver or parameter.
type param struct {
	name *ast.Ident // nil if it has none
	t    ast.Expr
}

func paramsOf(d *ast.FuncDecl) []param {
	var list []param
	for _, fields := range [...]*ast.FieldList{d.Recv, d.Type.Params} {
		if fields == nil {
			continue
		}
		for _, field := range fields.List {
			if len(field.Names) == 0 {
				list = append(list, param{nil, field.Type})
			}
			for _, name := range field.Names {
				list = append(list, param{name, field.Type})
			}
		}
	}
	return list
}

// declaredHere has the functions of a package of std.
func declaredHere(dir string) (map[string]bool, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("%s is not there", dir)
	}
	found := map[string]bool{}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				found[nameOf(d)] = true
			}
		}
	}
	return found, nil
}

func key(row string) string {
	fields := strings.SplitN(row, "\t", 3)
	return fields[0] + "\t" + fields[1] + "\t"
}

func run() error {
	check := flag.Bool("check", false, "print what would differ")
	flag.Parse()
	_, source, _, _ := runtime.Caller(0)
	root := filepath.Join(filepath.Dir(source), "../../..")
	table := filepath.Join(root, "std/escape_tags.tsv")
	text, err := os.ReadFile(table)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	files := token.NewFileSet()
	imports := importer.ForCompiler(files, "source", nil)
	var added []string
	for _, path := range flag.Args() {
		rows, err := rowsOf(root, path, files, imports)
		if err != nil {
			return err
		}
		added = append(added, rows...)
	}
	again := map[string]bool{}
	for _, row := range added {
		again[key(row)] = true
	}
	measured := func(row string) bool { return again[key(row)] && strings.HasSuffix(row, "\tgo") }
	if *check {
		for _, row := range lines {
			if measured(row) && !slices.Contains(added, row) {
				fmt.Println("-", row)
			}
		}
		for _, row := range added {
			if !slices.Contains(lines, row) {
				fmt.Println("+", row)
			}
		}
		return nil
	}
	rows := slices.DeleteFunc(lines[1:], measured)
	rows = append(rows, added...)
	sort.SliceStable(rows, func(i, k int) bool { return key(rows[i]) < key(rows[k]) })
	return os.WriteFile(table, []byte(lines[0]+"\n"+strings.Join(rows, "\n")+"\n"), 0o644)
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
