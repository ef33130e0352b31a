// Writes programs that call each exported function and method of packages of std, for what the compiler says of such calls: what is
// inlined, and where values lie that the inlined text makes.
//
//	go run tests/oracle/std_calls/main.go DIR [PACKAGE ...]     default: every package of std/ that is not internal
//
// Writes DIR/PACKAGE.go for each, the slashes of its path replaced. A line has one call. In a function cN the results go to variables of
// the package, in dN to nobody; the line in front says which function of std is called, as std/inline.tsv names it. Generic functions are
// called with the first of a few type arguments that satisfies their constraints. Compare the programs with
//
//	tests/oracle/diagnostics --flags=-m DIR
//
// or with tests/oracle/std_inlined_sites, which makes a table of what differs.
package main

import (
	"bytes"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	directory, packages := os.Args[1], os.Args[2:]
	if len(packages) == 0 {
		packages = packagesOf("std")
	}
	from := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, path := range packages {
		pkg, err := from.Import(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		name := filepath.Join(directory, strings.ReplaceAll(path, "/", "_")+".go")
		if err := os.WriteFile(name, program(pkg), 0o666); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// packagesOf lists the folders below root that hold Go files.
func packagesOf(root string) []string {
	var paths []string
	filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			relative, _ := filepath.Rel(root, path)
			files, _ := filepath.Glob(filepath.Join(path, "*.go"))
			if len(files) > 0 && !strings.Contains("/"+relative+"/", "/internal/") && relative != "unsafe" {
				paths = append(paths, relative)
			}
		}
		return nil
	})
	return paths
}

type writer struct {
	pkg     *types.Package
	imports map[string]string
	body    bytes.Buffer
	count   int
}

func program(pkg *types.Package) []byte {
	w := &writer{pkg: pkg, imports: map[string]string{}}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		switch object := scope.Lookup(name).(type) {
		case *types.Func:
			if object.Exported() {
				w.call(name, object.Signature(), nil)
			}
		case *types.TypeName:
			named, ok := object.Type().(*types.Named)
			if !ok || !object.Exported() || types.IsInterface(named) || named.TypeParams().Len() > 0 {
				continue
			}
			for i := range named.NumMethods() {
				if method := named.Method(i); method.Exported() {
					w.call(method.Name(), method.Signature(), method.Signature().Recv().Type())
				}
			}
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "// run\n\n// package %s\npackage main\n\n", pkg.Path())
	var paths []string
	for path := range w.imports {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	for _, path := range paths {
		fmt.Fprintf(&out, "import %s %q\n", w.imports[path], path)
	}
	out.WriteString("\nfunc main() {}\n\n")
	out.Write(w.body.Bytes())
	return out.Bytes()
}

// qualify names a package in the program; packages of one name get numbers.
func (w *writer) qualify(pkg *types.Package) string {
	if name, ok := w.imports[pkg.Path()]; ok {
		return name
	}
	name := pkg.Name()
	for _, other := range w.imports {
		if other == name {
			name = fmt.Sprintf("%s%d", pkg.Name(), len(w.imports))
		}
	}
	w.imports[pkg.Path()] = name
	return name
}

// call writes a call of a function, or of a method if there is a receiver.
func (w *writer) call(name string, signature *types.Signature, receiver types.Type) {
	instance := ""
	if params := signature.TypeParams(); params != nil {
		arguments := arguments(signature)
		if arguments == nil {
			return
		}
		instantiated, _ := types.Instantiate(nil, signature, arguments, false)
		signature = instantiated.(*types.Signature)
		var names []string
		for _, argument := range arguments {
			names = append(names, types.TypeString(argument, w.qualify))
		}
		instance = "[" + strings.Join(names, ", ") + "]"
	}
	if !canBeNamed(signature.Params()) || !canBeNamed(signature.Results()) {
		return
	}
	w.count++
	callee := "r." + name
	if receiver == nil {
		callee = w.qualify(w.pkg) + "." + name + instance
	}
	var params, words, results, sinks []string
	if receiver != nil {
		params = append(params, "r "+types.TypeString(receiver, w.qualify))
	}
	for i := range signature.Params().Len() {
		typ := types.TypeString(signature.Params().At(i).Type(), w.qualify)
		word := fmt.Sprintf("a%d", i)
		params = append(params, word+" "+typ)
		if signature.Variadic() && i == signature.Params().Len()-1 {
			word += "..."
		}
		words = append(words, word)
	}
	for i := range signature.Results().Len() {
		result := fmt.Sprintf("s%d_%d", w.count, i)
		results = append(results, result)
		sinks = append(sinks, fmt.Sprintf("var %s %s\n", result, types.TypeString(signature.Results().At(i).Type(), w.qualify)))
	}
	call := fmt.Sprintf("%s(%s)", callee, strings.Join(words, ", "))
	write := func(kind, statement string) {
		fmt.Fprintf(&w.body, "// %s\nfunc %s%d(%s) {\n\t%s\n}\n\n", tableName(name, receiver), kind, w.count, strings.Join(params, ", "), statement)
	}
	write("d", call)
	if len(results) > 0 {
		w.body.WriteString(strings.Join(sinks, "") + "\n")
		write("c", strings.Join(results, ", ")+" = "+call)
	}
}

// tableName is the name of a function or method in std/inline.tsv.
func tableName(name string, receiver types.Type) string {
	if receiver == nil {
		return name
	}
	local := types.TypeString(receiver, func(*types.Package) string { return "" })
	if strings.HasPrefix(local, "*") {
		local = "(" + local + ")"
	}
	return local + "." + name
}

// arguments finds type arguments that satisfy a function's constraints; nil: none of those tried do.
func arguments(signature *types.Signature) []types.Type {
	integer, text := types.Typ[types.Int], types.Typ[types.String]
	tried := []types.Type{integer, types.NewSlice(integer), types.NewMap(integer, integer), text, types.NewSlice(text)}
	chosen := make([]types.Type, signature.TypeParams().Len())
	var choose func(int) bool
	choose = func(i int) bool {
		if i == len(chosen) {
			_, err := types.Instantiate(nil, signature, chosen, true)
			return err == nil
		}
		for _, chosen[i] = range tried {
			if choose(i + 1) {
				return true
			}
		}
		return false
	}
	if !choose(0) {
		return nil
	}
	return chosen
}

// canBeNamed tells whether other packages may write the types of a list.
func canBeNamed(list *types.Tuple) bool {
	named := true
	qualifier := func(pkg *types.Package) string {
		if strings.Contains("/"+pkg.Path()+"/", "/internal/") {
			named = false
		}
		return "."
	}
	for i := range list.Len() {
		text := types.TypeString(list.At(i).Type(), qualifier)
		for rest := text; strings.Contains(rest, "..."); {
			rest = strings.Replace(rest, "...", "", 1)
			text = rest
		}
		for {
			_, name, found := strings.Cut(text, "..")
			if !found {
				break
			}
			named = named && token.IsExported(name)
			text = name
		}
	}
	return named
}
