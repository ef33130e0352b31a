package ast

import (
	"go/token"
	"maps"
	"slices"
)

// Filter says whether a name stays.
type Filter func(string) bool

// filtering takes names out of trees. Of exported things everything that is not exported goes, types inside included; else a
// declaration stays whole if its name or a part of it does.
type filtering struct {
	stays   Filter
	exports bool
}

// FileExports takes out what is not exported; false if nothing is left.
func FileExports(src *File) bool { return filtering{IsExported, true}.file(src) }

// PackageExports is FileExports for all files.
func PackageExports(pkg *Package) bool { return filtering{IsExported, true}.files(pkg) }

// FilterDecl takes out top-level names, and fields and methods, for which f returns false; false if nothing is left.
func FilterDecl(decl Decl, f Filter) bool { return filtering{f, false}.decl(decl) }

// FilterFile is FilterDecl for all declarations.
func FilterFile(src *File, f Filter) bool { return filtering{f, false}.file(src) }

// FilterPackage is FilterFile for all files.
func FilterPackage(pkg *Package, f Filter) bool { return filtering{f, false}.files(pkg) }

func (f filtering) files(pkg *Package) bool {
	some := false
	for _, src := range pkg.Files {
		some = f.file(src) || some
	}
	return some
}

func (f filtering) file(src *File) bool {
	// As keep does, whose parameter leaks more than that of a function that is not generic.
	n := 0
	for _, d := range src.Decls {
		if f.decl(d) {
			src.Decls[n] = d
			n++
		}
	}
	src.Decls = src.Decls[:n]
	return n > 0
}

// keep returns the elements that stay, in the array of list.
func keep[E any](list []E, stays func(E) bool) []E {
	n := 0
	for _, e := range list {
		if stays(e) {
			list[n] = e
			n++
		}
	}
	return list[:n]
}

func (f filtering) decl(decl Decl) bool {
	switch d := decl.(type) {
	case *GenDecl:
		d.Specs = keep(d.Specs, f.spec)
		return len(d.Specs) > 0
	case *FuncDecl:
		return f.stays(d.Name.Name)
	}
	return false
}

func (f filtering) spec(spec Spec) bool {
	switch s := spec.(type) {
	case *ValueSpec:
		s.Names = keep(s.Names, f.ident)
		s.Values = keep(s.Values, f.element)
		if len(s.Names) == 0 {
			return false
		}
		if f.exports {
			f.typ(s.Type)
		}
		return true
	case *TypeSpec:
		stays := f.stays(s.Name.Name)
		if stays == f.exports { // the parts of what stays matter to exports, those of what goes to others
			inside := f.typ(s.Type)
			return stays || inside
		}
		return stays
	}
	return false
}

func (f filtering) ident(id *Ident) bool { return f.stays(id.Name) }

// element filters an element of a composite literal or the value of a variable.
func (f filtering) element(e Expr) bool {
	if kv, ok := e.(*KeyValueExpr); ok {
		if id, ok := kv.Key.(*Ident); ok && !f.stays(id.Name) {
			return false
		}
		e = kv.Value
	}
	if lit, ok := e.(*CompositeLit); ok {
		n := len(lit.Elts)
		lit.Elts = keep(lit.Elts, f.element)
		if len(lit.Elts) < n {
			lit.Incomplete = true
		}
	}
	return true
}

// embedded returns the name that an embedded field has by its type.
func embedded(x Expr) *Ident {
	if star, ok := x.(*StarExpr); ok {
		return embedded(star.X)
	}
	switch t := x.(type) {
	case *Ident:
		return t
	case *SelectorExpr:
		if _, ok := t.X.(*Ident); ok {
			return t.Sel
		}
	}
	return nil
}

// fields says whether it took out any.
func (f filtering) fields(list *FieldList) (some bool) {
	if list == nil {
		return false
	}
	list.List = keep(list.List, func(field *Field) bool {
		stays := false
		if n := len(field.Names); n > 0 {
			field.Names = keep(field.Names, f.ident)
			some = some || len(field.Names) < n
			stays = len(field.Names) > 0
		} else {
			name := embedded(field.Type)
			stays = name != nil && f.stays(name.Name)
		}
		if stays && f.exports {
			f.typ(field.Type)
		}
		some = some || !stays
		return stays
	})
	return some
}

// parameters says whether a part of a type of theirs stays.
func (f filtering) parameters(list *FieldList) (some bool) {
	if list != nil {
		for _, field := range list.List {
			some = f.typ(field.Type) || some
		}
	}
	return some
}

// typ filters a type and says whether a part of it stays.
func (f filtering) typ(x Expr) bool {
	switch t := x.(type) {
	case *Ident:
		return f.stays(t.Name)
	case *ParenExpr:
		return f.typ(t.X)
	case *ArrayType:
		return f.typ(t.Elt)
	case *ChanType:
		return f.typ(t.Value)
	case *StructType:
		if f.fields(t.Fields) {
			t.Incomplete = true
		}
		return len(t.Fields.List) > 0
	case *InterfaceType:
		if f.fields(t.Methods) {
			t.Incomplete = true
		}
		return len(t.Methods.List) > 0
	case *MapType:
		key, value := f.typ(t.Key), f.typ(t.Value)
		return key || value
	case *FuncType:
		in, out := f.parameters(t.Params), f.parameters(t.Results)
		return in || out
	}
	return false
}

// MergeMode says what MergePackageFiles leaves out.
type MergeMode uint

// What is left out: functions declared before (one with a comment is kept), comments that belong to no declaration, imports of the
// same path.
const (
	FilterFuncDuplicates MergeMode = 1 << iota
	FilterUnassociatedComments
	FilterImportDuplicates
)

// functionName returns Type.name of a method, else the name.
func functionName(f *FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) != 1 {
		return f.Name.Name
	}
	t := f.Recv.List[0].Type
	if star, ok := t.(*StarExpr); ok {
		t = star.X
	}
	if id, ok := t.(*Ident); ok {
		return id.Name + "." + f.Name.Name
	}
	return f.Name.Name
}

// MergePackageFiles returns the files of a package as one, in the order of their names.
func MergePackageFiles(pkg *Package, mode MergeMode) *File {
	merged := &File{Name: NewIdent(pkg.Name), Scope: pkg.Scope}
	var doc []*Comment
	funcs := map[string]int{}
	paths := map[string]bool{}
	for i, name := range slices.Sorted(maps.Keys(pkg.Files)) {
		f := pkg.Files[name]
		if i == 0 || f.FileStart < merged.FileStart {
			merged.FileStart = f.FileStart
		}
		merged.FileEnd = max(merged.FileEnd, f.FileEnd)
		if f.Doc != nil {
			if len(doc) > 0 {
				doc = append(doc, &Comment{token.NoPos, "//"})
			}
			doc = append(doc, f.Doc.List...)
			merged.Package = max(merged.Package, f.Package)
		}
		for _, d := range f.Decls {
			if fd, ok := d.(*FuncDecl); ok && mode&FilterFuncDuplicates != 0 {
				key := functionName(fd)
				before, double := funcs[key]
				if double {
					if old, ok := merged.Decls[before].(*FuncDecl); !ok || old.Doc != nil {
						continue
					}
					merged.Decls[before] = nil
				} else {
					funcs[key] = len(merged.Decls)
				}
			}
			merged.Decls = append(merged.Decls, d)
		}
		for _, spec := range f.Imports {
			if mode&FilterImportDuplicates == 0 || !paths[spec.Path.Value] {
				paths[spec.Path.Value] = true
				merged.Imports = append(merged.Imports, spec)
			}
		}
		if mode&FilterUnassociatedComments == 0 {
			merged.Comments = append(merged.Comments, f.Comments...)
		}
	}
	if doc != nil {
		merged.Doc = &CommentGroup{doc}
	}
	merged.Decls = keep(merged.Decls, func(d Decl) bool { return d != nil })
	return merged
}
