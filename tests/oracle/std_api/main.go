// Compares the exported API of the packages in std/ with real Go's: every exported constant, variable, function,
// type, field and method of a package that is there must be declared, with Go's type.
//
//	go run tests/oracle/std_api/main.go [PACKAGE ...]     default: every package of std but internal ones and syscall
//
// Prints what differs, a line each, and closes with a sum; the exit status is 1 if anything differs.
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
)

// ours imports packages from std/ alone; what does not check is passed over: the declarations are what counts.
type ours struct {
	root  string
	files *token.FileSet
	done  map[string]*types.Package
}

func (o *ours) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p, ok := o.done[path]; ok {
		return p, nil
	}
	names, _ := filepath.Glob(filepath.Join(o.root, path, "*.go"))
	if len(names) == 0 {
		return nil, fmt.Errorf("no package %s", path)
	}
	var parsed []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(o.files, name, nil, 0)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, f)
	}
	config := types.Config{Importer: o, IgnoreFuncBodies: true, Error: func(error) {}, Sizes: types.SizesFor("gc", "amd64")}
	p, _ := config.Check(path, o.files, parsed, nil)
	o.done[path] = p
	return p, nil
}

// api lists what p exports: name of the thing → how it is declared.
func api(p *types.Package) map[string]string {
	qualifier := func(other *types.Package) string {
		if other == p {
			return ""
		}
		return other.Path()
	}
	found := map[string]string{}
	text := func(t types.Type) string {
		return strings.ReplaceAll(types.TypeString(withoutNames(t), qualifier), "interface{}", "any")
	}
	for _, name := range p.Scope().Names() {
		object := p.Scope().Lookup(name)
		if !object.Exported() {
			continue
		}
		switch object := object.(type) {
		case *types.Const:
			found[name] = "const " + text(object.Type()) + " = " + object.Val().ExactString()
		case *types.Var:
			found[name] = "var " + text(object.Type())
		case *types.Func:
			found[name] = text(object.Type())
		case *types.TypeName:
			if object.IsAlias() {
				found[name] = "type = " + text(types.Unalias(object.Type()))
				continue
			}
			kind := fmt.Sprintf("%T", object.Type().Underlying())
			if basic, ok := object.Type().Underlying().(*types.Basic); ok {
				kind = basic.Name()
			}
			found[name] = "type " + strings.TrimPrefix(kind, "*types.")
			if s, ok := object.Type().Underlying().(*types.Struct); ok {
				for i := range s.NumFields() {
					if f := s.Field(i); f.Exported() {
						found[name+"."+f.Name()] = "field " + text(f.Type())
					}
				}
			}
			for _, t := range []types.Type{types.NewPointer(object.Type()), object.Type()} {
				methods := types.NewMethodSet(t)
				for i := range methods.Len() {
					m := methods.At(i)
					if m.Obj().Exported() {
						_, pointer := t.(*types.Pointer)
						how := "method of the value "
						if pointer {
							how = "method of the pointer "
						}
						found[name+"."+m.Obj().Name()] = how + text(m.Type())
					}
				}
			}
		}
	}
	return found
}

// withoutNames is a signature whose parameters have no names: those are not part of a type.
func withoutNames(t types.Type) types.Type {
	s, ok := t.(*types.Signature)
	if !ok || s.TypeParams() != nil {
		return t
	}
	bare := func(list *types.Tuple) *types.Tuple {
		var vars []*types.Var
		for v := range list.Variables() {
			vars = append(vars, types.NewParam(token.NoPos, v.Pkg(), "", withoutNames(v.Type())))
		}
		return types.NewTuple(vars...)
	}
	return types.NewSignatureType(nil, nil, nil, bare(s.Params()), bare(s.Results()), s.Variadic())
}

func main() {
	_, here, _, _ := runtime.Caller(0)
	root := filepath.Join(filepath.Dir(here), "../../../std")
	packages := os.Args[1:]
	if len(packages) == 0 {
		filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
			if relative, _ := filepath.Rel(root, path); entry.IsDir() && relative != "." {
				if filepath.Base(relative) == "internal" || relative == "syscall" {
					return filepath.SkipDir
				}
				if sources, _ := filepath.Glob(filepath.Join(path, "*.go")); len(sources) > 0 {
					packages = append(packages, relative)
				}
			}
			return nil
		})
	}
	files := token.NewFileSet()
	mine := &ours{root, files, map[string]*types.Package{}}
	build.Default.CgoEnabled = false
	real := importer.ForCompiler(files, "source", nil)
	missing, different, names := 0, 0, 0
	for _, path := range packages {
		go1, err := real.Import(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		have, err := mine.Import(path)
		if err != nil {
			fmt.Println(path+":", err)
			missing++
			continue
		}
		wanted, got := api(go1), api(have)
		var lines []string
		for name, how := range wanted {
			names++
			if is, ok := got[name]; !ok {
				missing++
				lines = append(lines, fmt.Sprintf("%s.%s is missing: %s", path, name, how))
			} else if is != how {
				different++
				lines = append(lines, fmt.Sprintf("%s.%s is %s, not %s", path, name, is, how))
			}
		}
		for name, how := range got {
			if _, ok := wanted[name]; !ok {
				different++
				lines = append(lines, fmt.Sprintf("%s.%s is not Go's: %s", path, name, how))
			}
		}
		sort.Strings(lines)
		for _, line := range lines {
			fmt.Println(line)
		}
	}
	fmt.Printf("%d packages, %d names: %d missing, %d different\n", len(packages), names, missing, different)
	if missing+different > 0 {
		os.Exit(1)
	}
}
