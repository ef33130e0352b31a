// run
// Paths and patterns through path and path/filepath.
package main

import (
	"fmt"
	"path"
	"path/filepath"
)

func main() {
	pieces := []string{"", "a", ".", "..", "b.c", "/", "//"}
	for _, x := range pieces {
		for _, y := range pieces {
			for _, z := range pieces {
				p := x + "/" + y + z
				dir, file := path.Split(p)
				fmt.Printf("%q %q %q %q %q %q %q %v %v\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), dir, file, path.IsAbs(p), filepath.IsLocal(p))
				if filepath.Clean(p) != path.Clean(p) || filepath.Base(p) != path.Base(p) || filepath.Dir(p) != path.Dir(p) || filepath.Ext(p) != path.Ext(p) {
					fmt.Println("differ", p)
				}
				fmt.Printf("%q %q\n", path.Join(x, y, z), filepath.Join(x, y, z))
				rel, err := filepath.Rel(path.Join(x, y), path.Join(z, y))
				fmt.Printf("%q %v\n", rel, err)
			}
		}
	}
	for _, p := range []string{"", ".", "x", "x/..", "../x", "x/../..", "./x"} {
		local, err := filepath.Localize(p)
		fmt.Println(filepath.Clean(p), filepath.IsLocal(p), local, err, filepath.ToSlash(p), filepath.FromSlash(p), filepath.VolumeName(p))
	}
	for _, pair := range [][2]string{{"a/b", "a/b/c"}, {"a/b/c", "a/b"}, {"a/b", "../x"}, {"../a", "b"}, {"/a", "b"}, {"/", "/x/y"}, {".", "a"}, {"a/../b", "b/c"}, {"../../x", "../y"}} {
		rel, err := filepath.Rel(pair[0], pair[1])
		fmt.Printf("%q %v\n", rel, err)
	}
	fmt.Printf("%q %q %v\n", filepath.SplitList("/bin::x"), filepath.SplitList(""), filepath.HasPrefix("abc", "ab"))
	fmt.Println(filepath.Abs("/x/../y"))
	patterns := []string{"*", "a*", "*b", "a*b*c", "[a-c]*", "[^a]", "?b", "a/*", "*/b", "\\*", "[", "[]", "[a", "[a-]", "[-a]", "[\\]a]", "a[", "*[", "\\", "a\\", "[^]a]", "日*", "[日本]", "*x*[", "**", "a?c", "[a-\\"}
	names := []string{"", "a", "b", "ab", "abc", "a/b", "axbxc", "*", "]", "-", "日本", "a/b/c", "\xff"}
	for _, p := range patterns {
		fmt.Printf("%q", p)
		for _, n := range names {
			m1, e1 := path.Match(p, n)
			m2, e2 := filepath.Match(p, n)
			fmt.Print(" ", m1, e1 != nil, m2, e2 != nil)
		}
		fmt.Println()
	}
	fmt.Println(path.ErrBadPattern, filepath.ErrBadPattern == path.ErrBadPattern)
}

// Output:
// "/" "/" "/" "/" "" "/" "" true false
// "" ""
// "." <nil>
// "/a" "/a" "a" "/" "" "/" "a" true false
// "a" "a"
// "a" <nil>
// "/." "/" "." "/" "." "/" "." true false
// "." "."
// "." <nil>
// "/.." "/" ".." "/" "." "/" ".." true false
// ".." ".."
// ".." <nil>
// "/b.c" "/b.c" "b.c" "/" ".c" "/" "b.c" true false
// "b.c" "b.c"
// "b.c" <nil>
// "//" "/" "/" "/" "" "//" "" true false
// "/" "/"
// "" Rel: can't make / relative to
// "///" "/" "/" "/" "" "///" "" true false
// "/" "/"
// "" Rel: can't make / relative to
// "/a" "/a" "a" "/" "" "/" "a" true false
// "a" "a"
// "." <nil>
// "/aa" "/aa" "aa" "/" "" "/" "aa" true false
// "a/a" "a/a"
// "a" <nil>
// "/a." "/a." "a." "/" "." "/" "a." true false
// "a" "a"
// "." <nil>
// "/a.." "/a.." "a.." "/" "." "/" "a.." true false
// "." "."
// "../../a" <nil>
// "/ab.c" "/ab.c" "ab.c" "/" ".c" "/" "ab.c" true false
// "a/b.c" "a/b.c"
// "../b.c/a" <nil>
// "/a/" "/a" "a" "/a" "" "/a/" "" true false
// "a" "a"
// "" Rel: can't make /a relative to a
// "/a//" "/a" "a" "/a" "" "/a//" "" true false
// "a" "a"
// "" Rel: can't make /a relative to a
// "/." "/" "." "/" "." "/" "." true false
// "." "."
// "." <nil>
// "/.a" "/.a" ".a" "/" ".a" "/" ".a" true false
// "a" "a"
// "a" <nil>
// "/.." "/" ".." "/" "." "/" ".." true false
// "." "."
// "." <nil>
// "/..." "/..." "..." "/" "." "/" "..." true false
// ".." ".."
// ".." <nil>
// "/.b.c" "/.b.c" ".b.c" "/" ".c" "/" ".b.c" true false
// "b.c" "b.c"
// "b.c" <nil>
// "/./" "/" "." "/" "" "/./" "" true false
// "." "."
// "" Rel: can't make / relative to .
// "/.//" "/" "." "/" "" "/.//" "" true false
// "." "."
// "" Rel: can't make / relative to .
// "/.." "/" ".." "/" "." "/" ".." true false
// ".." ".."
// "." <nil>
// "/..a" "/..a" "..a" "/" ".a" "/" "..a" true false
// "../a" "../a"
// "" Rel: can't make . relative to ..
// "/..." "/..." "..." "/" "." "/" "..." true false
// ".." ".."
// "." <nil>
// "/...." "/...." "...." "/" "." "/" "...." true false
// "../.." "../.."
// ".." <nil>
// "/..b.c" "/..b.c" "..b.c" "/" ".c" "/" "..b.c" true false
// "../b.c" "../b.c"
// "" Rel: can't make . relative to ..
// "/../" "/" ".." "/" "" "/../" "" true false
// ".." ".."
// "" Rel: can't make / relative to ..
// "/..//" "/" ".." "/" "" "/..//" "" true false
// ".." ".."
// "" Rel: can't make / relative to ..
// "/b.c" "/b.c" "b.c" "/" ".c" "/" "b.c" true false
// "b.c" "b.c"
// "." <nil>
// "/b.ca" "/b.ca" "b.ca" "/" ".ca" "/" "b.ca" true false
// "b.c/a" "b.c/a"
// "../a/b.c" <nil>
// "/b.c." "/b.c." "b.c." "/" "." "/" "b.c." true false
// "b.c" "b.c"
// "." <nil>
// "/b.c.." "/b.c.." "b.c.." "/" "." "/" "b.c.." true false
// "." "."
// "../../b.c" <nil>
// "/b.cb.c" "/b.cb.c" "b.cb.c" "/" ".c" "/" "b.cb.c" true false
// "b.c/b.c" "b.c/b.c"
// "b.c" <nil>
// "/b.c/" "/b.c" "b.c" "/b.c" "" "/b.c/" "" true false
// "b.c" "b.c"
// "" Rel: can't make /b.c relative to b.c
// "/b.c//" "/b.c" "b.c" "/b.c" "" "/b.c//" "" true false
// "b.c" "b.c"
// "" Rel: can't make /b.c relative to b.c
// "//" "/" "/" "/" "" "//" "" true false
// "/" "/"
// "." <nil>
// "//a" "/a" "a" "/" "" "//" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "//." "/" "." "/" "." "//" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "//.." "/" ".." "/" "." "//" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "//b.c" "/b.c" "b.c" "/" ".c" "//" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "///" "/" "/" "/" "" "///" "" true false
// "/" "/"
// "." <nil>
// "////" "/" "/" "/" "" "////" "" true false
// "/" "/"
// "." <nil>
// "///" "/" "/" "/" "" "///" "" true false
// "/" "/"
// "." <nil>
// "///a" "/a" "a" "/" "" "///" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "///." "/" "." "/" "." "///" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "///.." "/" ".." "/" "." "///" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "///b.c" "/b.c" "b.c" "/" ".c" "///" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "////" "/" "/" "/" "" "////" "" true false
// "/" "/"
// "." <nil>
// "/////" "/" "/" "/" "" "/////" "" true false
// "/" "/"
// "." <nil>
// "a/" "a" "a" "a" "" "a/" "" false true
// "a" "a"
// ".." <nil>
// "a/a" "a/a" "a" "a" "" "a/" "a" false true
// "a/a" "a/a"
// "." <nil>
// "a/." "a" "." "a" "." "a/" "." false true
// "a" "a"
// ".." <nil>
// "a/.." "." ".." "a" "." "a/" ".." false true
// "." "."
// "../.." <nil>
// "a/b.c" "a/b.c" "b.c" "a" ".c" "a/" "b.c" false true
// "a/b.c" "a/b.c"
// "../b.c" <nil>
// "a//" "a" "a" "a" "" "a//" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a///" "a" "a" "a" "" "a///" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a/a" "a/a" "a" "a" "" "a/" "a" false true
// "a/a" "a/a"
// ".." <nil>
// "a/aa" "a/aa" "aa" "a" "" "a/" "aa" false true
// "a/a/a" "a/a/a"
// "." <nil>
// "a/a." "a/a." "a." "a" "." "a/" "a." false true
// "a/a" "a/a"
// ".." <nil>
// "a/a.." "a/a.." "a.." "a" "." "a/" "a.." false true
// "a" "a"
// "../../../a" <nil>
// "a/ab.c" "a/ab.c" "ab.c" "a" ".c" "a/" "ab.c" false true
// "a/a/b.c" "a/a/b.c"
// "../../b.c/a" <nil>
// "a/a/" "a/a" "a" "a/a" "" "a/a/" "" false true
// "a/a" "a/a"
// "" Rel: can't make /a relative to a/a
// "a/a//" "a/a" "a" "a/a" "" "a/a//" "" false true
// "a/a" "a/a"
// "" Rel: can't make /a relative to a/a
// "a/." "a" "." "a" "." "a/" "." false true
// "a" "a"
// ".." <nil>
// "a/.a" "a/.a" ".a" "a" ".a" "a/" ".a" false true
// "a/a" "a/a"
// "." <nil>
// "a/.." "." ".." "a" "." "a/" ".." false true
// "a" "a"
// ".." <nil>
// "a/..." "a/..." "..." "a" "." "a/" "..." false true
// "." "."
// "../.." <nil>
// "a/.b.c" "a/.b.c" ".b.c" "a" ".c" "a/" ".b.c" false true
// "a/b.c" "a/b.c"
// "../b.c" <nil>
// "a/./" "a" "." "a" "" "a/./" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a/.//" "a" "." "a" "" "a/.//" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a/.." "." ".." "a" "." "a/" ".." false true
// "." "."
// ".." <nil>
// "a/..a" "a/..a" "..a" "a" ".a" "a/" "..a" false true
// "a" "a"
// "." <nil>
// "a/..." "a/..." "..." "a" "." "a/" "..." false true
// "." "."
// ".." <nil>
// "a/...." "a/...." "...." "a" "." "a/" "...." false true
// ".." ".."
// "../.." <nil>
// "a/..b.c" "a/..b.c" "..b.c" "a" ".c" "a/" "..b.c" false true
// "b.c" "b.c"
// "." <nil>
// "a/../" "." ".." "." "" "a/../" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "a/..//" "." ".." "." "" "a/..//" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "a/b.c" "a/b.c" "b.c" "a" ".c" "a/" "b.c" false true
// "a/b.c" "a/b.c"
// "../../b.c" <nil>
// "a/b.ca" "a/b.ca" "b.ca" "a" ".ca" "a/" "b.ca" false true
// "a/b.c/a" "a/b.c/a"
// "." <nil>
// "a/b.c." "a/b.c." "b.c." "a" "." "a/" "b.c." false true
// "a/b.c" "a/b.c"
// "../../b.c" <nil>
// "a/b.c.." "a/b.c.." "b.c.." "a" "." "a/" "b.c.." false true
// "a" "a"
// "../../../b.c" <nil>
// "a/b.cb.c" "a/b.cb.c" "b.cb.c" "a" ".c" "a/" "b.cb.c" false true
// "a/b.c/b.c" "a/b.c/b.c"
// "../../b.c/b.c" <nil>
// "a/b.c/" "a/b.c" "b.c" "a/b.c" "" "a/b.c/" "" false true
// "a/b.c" "a/b.c"
// "" Rel: can't make /b.c relative to a/b.c
// "a/b.c//" "a/b.c" "b.c" "a/b.c" "" "a/b.c//" "" false true
// "a/b.c" "a/b.c"
// "" Rel: can't make /b.c relative to a/b.c
// "a//" "a" "a" "a" "" "a//" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a//a" "a/a" "a" "a" "" "a//" "a" false true
// "a/a" "a/a"
// "." <nil>
// "a//." "a" "." "a" "." "a//" "." false true
// "a" "a"
// ".." <nil>
// "a//.." "." ".." "a" "." "a//" ".." false true
// "." "."
// "../.." <nil>
// "a//b.c" "a/b.c" "b.c" "a" ".c" "a//" "b.c" false true
// "a/b.c" "a/b.c"
// "../b.c" <nil>
// "a///" "a" "a" "a" "" "a///" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a////" "a" "a" "a" "" "a////" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a///" "a" "a" "a" "" "a///" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a///a" "a/a" "a" "a" "" "a///" "a" false true
// "a/a" "a/a"
// "." <nil>
// "a///." "a" "." "a" "." "a///" "." false true
// "a" "a"
// ".." <nil>
// "a///.." "." ".." "a" "." "a///" ".." false true
// "." "."
// "../.." <nil>
// "a///b.c" "a/b.c" "b.c" "a" ".c" "a///" "b.c" false true
// "a/b.c" "a/b.c"
// "../b.c" <nil>
// "a////" "a" "a" "a" "" "a////" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "a/////" "a" "a" "a" "" "a/////" "" false true
// "a" "a"
// "" Rel: can't make / relative to a
// "./" "." "." "." "" "./" "" false true
// "." "."
// "." <nil>
// "./a" "a" "a" "." "" "./" "a" false true
// "a" "a"
// "a" <nil>
// "./." "." "." "." "." "./" "." false true
// "." "."
// "." <nil>
// "./.." ".." ".." "." "." "./" ".." false false
// ".." ".."
// ".." <nil>
// "./b.c" "b.c" "b.c" "." ".c" "./" "b.c" false true
// "b.c" "b.c"
// "b.c" <nil>
// ".//" "." "." "." "" ".//" "" false true
// "." "."
// "" Rel: can't make / relative to .
// ".///" "." "." "." "" ".///" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "./a" "a" "a" "." "" "./" "a" false true
// "a" "a"
// "." <nil>
// "./aa" "aa" "aa" "." "" "./" "aa" false true
// "a/a" "a/a"
// "a" <nil>
// "./a." "a." "a." "." "." "./" "a." false true
// "a" "a"
// "." <nil>
// "./a.." "a.." "a.." "." "." "./" "a.." false true
// "." "."
// "../../a" <nil>
// "./ab.c" "ab.c" "ab.c" "." ".c" "./" "ab.c" false true
// "a/b.c" "a/b.c"
// "../b.c/a" <nil>
// "./a/" "a" "a" "a" "" "./a/" "" false true
// "a" "a"
// "" Rel: can't make /a relative to a
// "./a//" "a" "a" "a" "" "./a//" "" false true
// "a" "a"
// "" Rel: can't make /a relative to a
// "./." "." "." "." "." "./" "." false true
// "." "."
// "." <nil>
// "./.a" ".a" ".a" "." ".a" "./" ".a" false true
// "a" "a"
// "a" <nil>
// "./.." ".." ".." "." "." "./" ".." false false
// "." "."
// "." <nil>
// "./..." "..." "..." "." "." "./" "..." false true
// ".." ".."
// ".." <nil>
// "./.b.c" ".b.c" ".b.c" "." ".c" "./" ".b.c" false true
// "b.c" "b.c"
// "b.c" <nil>
// "././" "." "." "." "" "././" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "././/" "." "." "." "" "././/" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "./.." ".." ".." "." "." "./" ".." false false
// ".." ".."
// "." <nil>
// "./..a" "..a" "..a" "." ".a" "./" "..a" false true
// "../a" "../a"
// "" Rel: can't make . relative to ..
// "./..." "..." "..." "." "." "./" "..." false true
// ".." ".."
// "." <nil>
// "./...." "...." "...." "." "." "./" "...." false true
// "../.." "../.."
// ".." <nil>
// "./..b.c" "..b.c" "..b.c" "." ".c" "./" "..b.c" false true
// "../b.c" "../b.c"
// "" Rel: can't make . relative to ..
// "./../" ".." ".." ".." "" "./../" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "./..//" ".." ".." ".." "" "./..//" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "./b.c" "b.c" "b.c" "." ".c" "./" "b.c" false true
// "b.c" "b.c"
// "." <nil>
// "./b.ca" "b.ca" "b.ca" "." ".ca" "./" "b.ca" false true
// "b.c/a" "b.c/a"
// "../a/b.c" <nil>
// "./b.c." "b.c." "b.c." "." "." "./" "b.c." false true
// "b.c" "b.c"
// "." <nil>
// "./b.c.." "b.c.." "b.c.." "." "." "./" "b.c.." false true
// "." "."
// "../../b.c" <nil>
// "./b.cb.c" "b.cb.c" "b.cb.c" "." ".c" "./" "b.cb.c" false true
// "b.c/b.c" "b.c/b.c"
// "b.c" <nil>
// "./b.c/" "b.c" "b.c" "b.c" "" "./b.c/" "" false true
// "b.c" "b.c"
// "" Rel: can't make /b.c relative to b.c
// "./b.c//" "b.c" "b.c" "b.c" "" "./b.c//" "" false true
// "b.c" "b.c"
// "" Rel: can't make /b.c relative to b.c
// ".//" "." "." "." "" ".//" "" false true
// "." "."
// "" Rel: can't make / relative to .
// ".//a" "a" "a" "." "" ".//" "a" false true
// "a" "a"
// "a" <nil>
// ".//." "." "." "." "." ".//" "." false true
// "." "."
// "." <nil>
// ".//.." ".." ".." "." "." ".//" ".." false false
// ".." ".."
// ".." <nil>
// ".//b.c" "b.c" "b.c" "." ".c" ".//" "b.c" false true
// "b.c" "b.c"
// "b.c" <nil>
// ".///" "." "." "." "" ".///" "" false true
// "." "."
// "" Rel: can't make / relative to .
// ".////" "." "." "." "" ".////" "" false true
// "." "."
// "" Rel: can't make / relative to .
// ".///" "." "." "." "" ".///" "" false true
// "." "."
// "" Rel: can't make / relative to .
// ".///a" "a" "a" "." "" ".///" "a" false true
// "a" "a"
// "a" <nil>
// ".///." "." "." "." "." ".///" "." false true
// "." "."
// "." <nil>
// ".///.." ".." ".." "." "." ".///" ".." false false
// ".." ".."
// ".." <nil>
// ".///b.c" "b.c" "b.c" "." ".c" ".///" "b.c" false true
// "b.c" "b.c"
// "b.c" <nil>
// ".////" "." "." "." "" ".////" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "./////" "." "." "." "" "./////" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "../" ".." ".." ".." "" "../" "" false false
// ".." ".."
// "" Rel: can't make  relative to ..
// "../a" "../a" "a" ".." "" "../" "a" false false
// "../a" "../a"
// "" Rel: can't make a relative to ..
// "../." ".." "." ".." "." "../" "." false false
// ".." ".."
// "" Rel: can't make . relative to ..
// "../.." "../.." ".." ".." "." "../" ".." false false
// "../.." "../.."
// "." <nil>
// "../b.c" "../b.c" "b.c" ".." ".c" "../" "b.c" false false
// "../b.c" "../b.c"
// "" Rel: can't make b.c relative to ..
// "..//" ".." ".." ".." "" "..//" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "..///" ".." ".." ".." "" "..///" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "../a" "../a" "a" ".." "" "../" "a" false false
// "../a" "../a"
// "" Rel: can't make a relative to ../a
// "../aa" "../aa" "aa" ".." "" "../" "aa" false false
// "../a/a" "../a/a"
// "" Rel: can't make a/a relative to ../a
// "../a." "../a." "a." ".." "." "../" "a." false false
// "../a" "../a"
// "" Rel: can't make a relative to ../a
// "../a.." "../a.." "a.." ".." "." "../" "a.." false false
// ".." ".."
// "." <nil>
// "../ab.c" "../ab.c" "ab.c" ".." ".c" "../" "ab.c" false false
// "../a/b.c" "../a/b.c"
// "" Rel: can't make b.c/a relative to ../a
// "../a/" "../a" "a" "../a" "" "../a/" "" false false
// "../a" "../a"
// "" Rel: can't make /a relative to ../a
// "../a//" "../a" "a" "../a" "" "../a//" "" false false
// "../a" "../a"
// "" Rel: can't make /a relative to ../a
// "../." ".." "." ".." "." "../" "." false false
// ".." ".."
// "" Rel: can't make . relative to ..
// "../.a" "../.a" ".a" ".." ".a" "../" ".a" false false
// "../a" "../a"
// "" Rel: can't make a relative to ..
// "../.." "../.." ".." ".." "." "../" ".." false false
// ".." ".."
// "" Rel: can't make . relative to ..
// "../..." "../..." "..." ".." "." "../" "..." false false
// "../.." "../.."
// "." <nil>
// "../.b.c" "../.b.c" ".b.c" ".." ".c" "../" ".b.c" false false
// "../b.c" "../b.c"
// "" Rel: can't make b.c relative to ..
// ".././" ".." "." ".." "" ".././" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// ".././/" ".." "." ".." "" ".././/" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "../.." "../.." ".." ".." "." "../" ".." false false
// "../.." "../.."
// "" Rel: can't make .. relative to ../..
// "../..a" "../..a" "..a" ".." ".a" "../" "..a" false false
// "../../a" "../../a"
// "" Rel: can't make . relative to ../..
// "../..." "../..." "..." ".." "." "../" "..." false false
// "../.." "../.."
// "" Rel: can't make .. relative to ../..
// "../...." "../...." "...." ".." "." "../" "...." false false
// "../../.." "../../.."
// "." <nil>
// "../..b.c" "../..b.c" "..b.c" ".." ".c" "../" "..b.c" false false
// "../../b.c" "../../b.c"
// "" Rel: can't make . relative to ../..
// "../../" "../.." ".." "../.." "" "../../" "" false false
// "../.." "../.."
// "" Rel: can't make / relative to ../..
// "../..//" "../.." ".." "../.." "" "../..//" "" false false
// "../.." "../.."
// "" Rel: can't make / relative to ../..
// "../b.c" "../b.c" "b.c" ".." ".c" "../" "b.c" false false
// "../b.c" "../b.c"
// "" Rel: can't make b.c relative to ../b.c
// "../b.ca" "../b.ca" "b.ca" ".." ".ca" "../" "b.ca" false false
// "../b.c/a" "../b.c/a"
// "" Rel: can't make a/b.c relative to ../b.c
// "../b.c." "../b.c." "b.c." ".." "." "../" "b.c." false false
// "../b.c" "../b.c"
// "" Rel: can't make b.c relative to ../b.c
// "../b.c.." "../b.c.." "b.c.." ".." "." "../" "b.c.." false false
// ".." ".."
// "." <nil>
// "../b.cb.c" "../b.cb.c" "b.cb.c" ".." ".c" "../" "b.cb.c" false false
// "../b.c/b.c" "../b.c/b.c"
// "" Rel: can't make b.c/b.c relative to ../b.c
// "../b.c/" "../b.c" "b.c" "../b.c" "" "../b.c/" "" false false
// "../b.c" "../b.c"
// "" Rel: can't make /b.c relative to ../b.c
// "../b.c//" "../b.c" "b.c" "../b.c" "" "../b.c//" "" false false
// "../b.c" "../b.c"
// "" Rel: can't make /b.c relative to ../b.c
// "..//" ".." ".." ".." "" "..//" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "..//a" "../a" "a" ".." "" "..//" "a" false false
// "../a" "../a"
// "" Rel: can't make a relative to ..
// "..//." ".." "." ".." "." "..//" "." false false
// ".." ".."
// "" Rel: can't make . relative to ..
// "..//.." "../.." ".." ".." "." "..//" ".." false false
// "../.." "../.."
// "." <nil>
// "..//b.c" "../b.c" "b.c" ".." ".c" "..//" "b.c" false false
// "../b.c" "../b.c"
// "" Rel: can't make b.c relative to ..
// "..///" ".." ".." ".." "" "..///" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "..////" ".." ".." ".." "" "..////" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "..///" ".." ".." ".." "" "..///" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "..///a" "../a" "a" ".." "" "..///" "a" false false
// "../a" "../a"
// "" Rel: can't make a relative to ..
// "..///." ".." "." ".." "." "..///" "." false false
// ".." ".."
// "" Rel: can't make . relative to ..
// "..///.." "../.." ".." ".." "." "..///" ".." false false
// "../.." "../.."
// "." <nil>
// "..///b.c" "../b.c" "b.c" ".." ".c" "..///" "b.c" false false
// "../b.c" "../b.c"
// "" Rel: can't make b.c relative to ..
// "..////" ".." ".." ".." "" "..////" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "../////" ".." ".." ".." "" "../////" "" false false
// ".." ".."
// "" Rel: can't make / relative to ..
// "b.c/" "b.c" "b.c" "b.c" "" "b.c/" "" false true
// "b.c" "b.c"
// ".." <nil>
// "b.c/a" "b.c/a" "a" "b.c" "" "b.c/" "a" false true
// "b.c/a" "b.c/a"
// "../a" <nil>
// "b.c/." "b.c" "." "b.c" "." "b.c/" "." false true
// "b.c" "b.c"
// ".." <nil>
// "b.c/.." "." ".." "b.c" "." "b.c/" ".." false true
// "." "."
// "../.." <nil>
// "b.c/b.c" "b.c/b.c" "b.c" "b.c" ".c" "b.c/" "b.c" false true
// "b.c/b.c" "b.c/b.c"
// "." <nil>
// "b.c//" "b.c" "b.c" "b.c" "" "b.c//" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c///" "b.c" "b.c" "b.c" "" "b.c///" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c/a" "b.c/a" "a" "b.c" "" "b.c/" "a" false true
// "b.c/a" "b.c/a"
// "../../a" <nil>
// "b.c/aa" "b.c/aa" "aa" "b.c" "" "b.c/" "aa" false true
// "b.c/a/a" "b.c/a/a"
// "../../a/a" <nil>
// "b.c/a." "b.c/a." "a." "b.c" "." "b.c/" "a." false true
// "b.c/a" "b.c/a"
// "../../a" <nil>
// "b.c/a.." "b.c/a.." "a.." "b.c" "." "b.c/" "a.." false true
// "b.c" "b.c"
// "../../../a" <nil>
// "b.c/ab.c" "b.c/ab.c" "ab.c" "b.c" ".c" "b.c/" "ab.c" false true
// "b.c/a/b.c" "b.c/a/b.c"
// "." <nil>
// "b.c/a/" "b.c/a" "a" "b.c/a" "" "b.c/a/" "" false true
// "b.c/a" "b.c/a"
// "" Rel: can't make /a relative to b.c/a
// "b.c/a//" "b.c/a" "a" "b.c/a" "" "b.c/a//" "" false true
// "b.c/a" "b.c/a"
// "" Rel: can't make /a relative to b.c/a
// "b.c/." "b.c" "." "b.c" "." "b.c/" "." false true
// "b.c" "b.c"
// ".." <nil>
// "b.c/.a" "b.c/.a" ".a" "b.c" ".a" "b.c/" ".a" false true
// "b.c/a" "b.c/a"
// "../a" <nil>
// "b.c/.." "." ".." "b.c" "." "b.c/" ".." false true
// "b.c" "b.c"
// ".." <nil>
// "b.c/..." "b.c/..." "..." "b.c" "." "b.c/" "..." false true
// "." "."
// "../.." <nil>
// "b.c/.b.c" "b.c/.b.c" ".b.c" "b.c" ".c" "b.c/" ".b.c" false true
// "b.c/b.c" "b.c/b.c"
// "." <nil>
// "b.c/./" "b.c" "." "b.c" "" "b.c/./" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c/.//" "b.c" "." "b.c" "" "b.c/.//" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c/.." "." ".." "b.c" "." "b.c/" ".." false true
// "." "."
// ".." <nil>
// "b.c/..a" "b.c/..a" "..a" "b.c" ".a" "b.c/" "..a" false true
// "a" "a"
// "." <nil>
// "b.c/..." "b.c/..." "..." "b.c" "." "b.c/" "..." false true
// "." "."
// ".." <nil>
// "b.c/...." "b.c/...." "...." "b.c" "." "b.c/" "...." false true
// ".." ".."
// "../.." <nil>
// "b.c/..b.c" "b.c/..b.c" "..b.c" "b.c" ".c" "b.c/" "..b.c" false true
// "b.c" "b.c"
// "." <nil>
// "b.c/../" "." ".." "." "" "b.c/../" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "b.c/..//" "." ".." "." "" "b.c/..//" "" false true
// "." "."
// "" Rel: can't make / relative to .
// "b.c/b.c" "b.c/b.c" "b.c" "b.c" ".c" "b.c/" "b.c" false true
// "b.c/b.c" "b.c/b.c"
// ".." <nil>
// "b.c/b.ca" "b.c/b.ca" "b.ca" "b.c" ".ca" "b.c/" "b.ca" false true
// "b.c/b.c/a" "b.c/b.c/a"
// "../../a/b.c" <nil>
// "b.c/b.c." "b.c/b.c." "b.c." "b.c" "." "b.c/" "b.c." false true
// "b.c/b.c" "b.c/b.c"
// ".." <nil>
// "b.c/b.c.." "b.c/b.c.." "b.c.." "b.c" "." "b.c/" "b.c.." false true
// "b.c" "b.c"
// "../../../b.c" <nil>
// "b.c/b.cb.c" "b.c/b.cb.c" "b.cb.c" "b.c" ".c" "b.c/" "b.cb.c" false true
// "b.c/b.c/b.c" "b.c/b.c/b.c"
// "." <nil>
// "b.c/b.c/" "b.c/b.c" "b.c" "b.c/b.c" "" "b.c/b.c/" "" false true
// "b.c/b.c" "b.c/b.c"
// "" Rel: can't make /b.c relative to b.c/b.c
// "b.c/b.c//" "b.c/b.c" "b.c" "b.c/b.c" "" "b.c/b.c//" "" false true
// "b.c/b.c" "b.c/b.c"
// "" Rel: can't make /b.c relative to b.c/b.c
// "b.c//" "b.c" "b.c" "b.c" "" "b.c//" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c//a" "b.c/a" "a" "b.c" "" "b.c//" "a" false true
// "b.c/a" "b.c/a"
// "../a" <nil>
// "b.c//." "b.c" "." "b.c" "." "b.c//" "." false true
// "b.c" "b.c"
// ".." <nil>
// "b.c//.." "." ".." "b.c" "." "b.c//" ".." false true
// "." "."
// "../.." <nil>
// "b.c//b.c" "b.c/b.c" "b.c" "b.c" ".c" "b.c//" "b.c" false true
// "b.c/b.c" "b.c/b.c"
// "." <nil>
// "b.c///" "b.c" "b.c" "b.c" "" "b.c///" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c////" "b.c" "b.c" "b.c" "" "b.c////" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c///" "b.c" "b.c" "b.c" "" "b.c///" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c///a" "b.c/a" "a" "b.c" "" "b.c///" "a" false true
// "b.c/a" "b.c/a"
// "../a" <nil>
// "b.c///." "b.c" "." "b.c" "." "b.c///" "." false true
// "b.c" "b.c"
// ".." <nil>
// "b.c///.." "." ".." "b.c" "." "b.c///" ".." false true
// "." "."
// "../.." <nil>
// "b.c///b.c" "b.c/b.c" "b.c" "b.c" ".c" "b.c///" "b.c" false true
// "b.c/b.c" "b.c/b.c"
// "." <nil>
// "b.c////" "b.c" "b.c" "b.c" "" "b.c////" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "b.c/////" "b.c" "b.c" "b.c" "" "b.c/////" "" false true
// "b.c" "b.c"
// "" Rel: can't make / relative to b.c
// "//" "/" "/" "/" "" "//" "" true false
// "/" "/"
// "" Rel: can't make  relative to /
// "//a" "/a" "a" "/" "" "//" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "//." "/" "." "/" "." "//" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "//.." "/" ".." "/" "." "//" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "//b.c" "/b.c" "b.c" "/" ".c" "//" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "///" "/" "/" "/" "" "///" "" true false
// "/" "/"
// "." <nil>
// "////" "/" "/" "/" "" "////" "" true false
// "/" "/"
// "." <nil>
// "//a" "/a" "a" "/" "" "//" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /a
// "//aa" "/aa" "aa" "/" "" "//" "aa" true false
// "/a/a" "/a/a"
// "" Rel: can't make a/a relative to /a
// "//a." "/a." "a." "/" "." "//" "a." true false
// "/a" "/a"
// "" Rel: can't make a relative to /a
// "//a.." "/a.." "a.." "/" "." "//" "a.." true false
// "/" "/"
// "" Rel: can't make ../a relative to /a
// "//ab.c" "/ab.c" "ab.c" "/" ".c" "//" "ab.c" true false
// "/a/b.c" "/a/b.c"
// "" Rel: can't make b.c/a relative to /a
// "//a/" "/a" "a" "/a" "" "//a/" "" true false
// "/a" "/a"
// "." <nil>
// "//a//" "/a" "a" "/a" "" "//a//" "" true false
// "/a" "/a"
// "." <nil>
// "//." "/" "." "/" "." "//" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "//.a" "/.a" ".a" "/" ".a" "//" ".a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "//.." "/" ".." "/" "." "//" ".." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "//..." "/..." "..." "/" "." "//" "..." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "//.b.c" "/.b.c" ".b.c" "/" ".c" "//" ".b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "//./" "/" "." "/" "" "//./" "" true false
// "/" "/"
// "." <nil>
// "//.//" "/" "." "/" "" "//.//" "" true false
// "/" "/"
// "." <nil>
// "//.." "/" ".." "/" "." "//" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "//..a" "/..a" "..a" "/" ".a" "//" "..a" true false
// "/a" "/a"
// "" Rel: can't make . relative to /
// "//..." "/..." "..." "/" "." "//" "..." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "//...." "/...." "...." "/" "." "//" "...." true false
// "/" "/"
// "" Rel: can't make ../.. relative to /
// "//..b.c" "/..b.c" "..b.c" "/" ".c" "//" "..b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make . relative to /
// "//../" "/" ".." "/" "" "//../" "" true false
// "/" "/"
// "." <nil>
// "//..//" "/" ".." "/" "" "//..//" "" true false
// "/" "/"
// "." <nil>
// "//b.c" "/b.c" "b.c" "/" ".c" "//" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /b.c
// "//b.ca" "/b.ca" "b.ca" "/" ".ca" "//" "b.ca" true false
// "/b.c/a" "/b.c/a"
// "" Rel: can't make a/b.c relative to /b.c
// "//b.c." "/b.c." "b.c." "/" "." "//" "b.c." true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /b.c
// "//b.c.." "/b.c.." "b.c.." "/" "." "//" "b.c.." true false
// "/" "/"
// "" Rel: can't make ../b.c relative to /b.c
// "//b.cb.c" "/b.cb.c" "b.cb.c" "/" ".c" "//" "b.cb.c" true false
// "/b.c/b.c" "/b.c/b.c"
// "" Rel: can't make b.c/b.c relative to /b.c
// "//b.c/" "/b.c" "b.c" "/b.c" "" "//b.c/" "" true false
// "/b.c" "/b.c"
// "." <nil>
// "//b.c//" "/b.c" "b.c" "/b.c" "" "//b.c//" "" true false
// "/b.c" "/b.c"
// "." <nil>
// "///" "/" "/" "/" "" "///" "" true false
// "/" "/"
// "." <nil>
// "///a" "/a" "a" "/" "" "///" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "///." "/" "." "/" "." "///" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "///.." "/" ".." "/" "." "///" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "///b.c" "/b.c" "b.c" "/" ".c" "///" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "////" "/" "/" "/" "" "////" "" true false
// "/" "/"
// "." <nil>
// "/////" "/" "/" "/" "" "/////" "" true false
// "/" "/"
// "." <nil>
// "////" "/" "/" "/" "" "////" "" true false
// "/" "/"
// "." <nil>
// "////a" "/a" "a" "/" "" "////" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "////." "/" "." "/" "." "////" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "////.." "/" ".." "/" "." "////" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "////b.c" "/b.c" "b.c" "/" ".c" "////" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "/////" "/" "/" "/" "" "/////" "" true false
// "/" "/"
// "." <nil>
// "//////" "/" "/" "/" "" "//////" "" true false
// "/" "/"
// "." <nil>
// "///" "/" "/" "/" "" "///" "" true false
// "/" "/"
// "" Rel: can't make  relative to /
// "///a" "/a" "a" "/" "" "///" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "///." "/" "." "/" "." "///" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "///.." "/" ".." "/" "." "///" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "///b.c" "/b.c" "b.c" "/" ".c" "///" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "////" "/" "/" "/" "" "////" "" true false
// "/" "/"
// "." <nil>
// "/////" "/" "/" "/" "" "/////" "" true false
// "/" "/"
// "." <nil>
// "///a" "/a" "a" "/" "" "///" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /a
// "///aa" "/aa" "aa" "/" "" "///" "aa" true false
// "/a/a" "/a/a"
// "" Rel: can't make a/a relative to /a
// "///a." "/a." "a." "/" "." "///" "a." true false
// "/a" "/a"
// "" Rel: can't make a relative to /a
// "///a.." "/a.." "a.." "/" "." "///" "a.." true false
// "/" "/"
// "" Rel: can't make ../a relative to /a
// "///ab.c" "/ab.c" "ab.c" "/" ".c" "///" "ab.c" true false
// "/a/b.c" "/a/b.c"
// "" Rel: can't make b.c/a relative to /a
// "///a/" "/a" "a" "/a" "" "///a/" "" true false
// "/a" "/a"
// "." <nil>
// "///a//" "/a" "a" "/a" "" "///a//" "" true false
// "/a" "/a"
// "." <nil>
// "///." "/" "." "/" "." "///" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "///.a" "/.a" ".a" "/" ".a" "///" ".a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "///.." "/" ".." "/" "." "///" ".." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "///..." "/..." "..." "/" "." "///" "..." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "///.b.c" "/.b.c" ".b.c" "/" ".c" "///" ".b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "///./" "/" "." "/" "" "///./" "" true false
// "/" "/"
// "." <nil>
// "///.//" "/" "." "/" "" "///.//" "" true false
// "/" "/"
// "." <nil>
// "///.." "/" ".." "/" "." "///" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "///..a" "/..a" "..a" "/" ".a" "///" "..a" true false
// "/a" "/a"
// "" Rel: can't make . relative to /
// "///..." "/..." "..." "/" "." "///" "..." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "///...." "/...." "...." "/" "." "///" "...." true false
// "/" "/"
// "" Rel: can't make ../.. relative to /
// "///..b.c" "/..b.c" "..b.c" "/" ".c" "///" "..b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make . relative to /
// "///../" "/" ".." "/" "" "///../" "" true false
// "/" "/"
// "." <nil>
// "///..//" "/" ".." "/" "" "///..//" "" true false
// "/" "/"
// "." <nil>
// "///b.c" "/b.c" "b.c" "/" ".c" "///" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /b.c
// "///b.ca" "/b.ca" "b.ca" "/" ".ca" "///" "b.ca" true false
// "/b.c/a" "/b.c/a"
// "" Rel: can't make a/b.c relative to /b.c
// "///b.c." "/b.c." "b.c." "/" "." "///" "b.c." true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /b.c
// "///b.c.." "/b.c.." "b.c.." "/" "." "///" "b.c.." true false
// "/" "/"
// "" Rel: can't make ../b.c relative to /b.c
// "///b.cb.c" "/b.cb.c" "b.cb.c" "/" ".c" "///" "b.cb.c" true false
// "/b.c/b.c" "/b.c/b.c"
// "" Rel: can't make b.c/b.c relative to /b.c
// "///b.c/" "/b.c" "b.c" "/b.c" "" "///b.c/" "" true false
// "/b.c" "/b.c"
// "." <nil>
// "///b.c//" "/b.c" "b.c" "/b.c" "" "///b.c//" "" true false
// "/b.c" "/b.c"
// "." <nil>
// "////" "/" "/" "/" "" "////" "" true false
// "/" "/"
// "." <nil>
// "////a" "/a" "a" "/" "" "////" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "////." "/" "." "/" "." "////" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "////.." "/" ".." "/" "." "////" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "////b.c" "/b.c" "b.c" "/" ".c" "////" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "/////" "/" "/" "/" "" "/////" "" true false
// "/" "/"
// "." <nil>
// "//////" "/" "/" "/" "" "//////" "" true false
// "/" "/"
// "." <nil>
// "/////" "/" "/" "/" "" "/////" "" true false
// "/" "/"
// "." <nil>
// "/////a" "/a" "a" "/" "" "/////" "a" true false
// "/a" "/a"
// "" Rel: can't make a relative to /
// "/////." "/" "." "/" "." "/////" "." true false
// "/" "/"
// "" Rel: can't make . relative to /
// "/////.." "/" ".." "/" "." "/////" ".." true false
// "/" "/"
// "" Rel: can't make .. relative to /
// "/////b.c" "/b.c" "b.c" "/" ".c" "/////" "b.c" true false
// "/b.c" "/b.c"
// "" Rel: can't make b.c relative to /
// "//////" "/" "/" "/" "" "//////" "" true false
// "/" "/"
// "." <nil>
// "///////" "/" "/" "/" "" "///////" "" true false
// "/" "/"
// "." <nil>
// . false  invalid path
// . true . <nil> . .
// x true x <nil> x x
// . true  invalid path x/.. x/..
// ../x false  invalid path ../x ../x
// .. false  invalid path x/../.. x/../..
// x true  invalid path ./x ./x
// "c" <nil>
// ".." <nil>
// "../../../x" <nil>
// "" Rel: can't make b relative to ../a
// "" Rel: can't make b relative to /a
// "x/y" <nil>
// "a" <nil>
// "c" <nil>
// "" Rel: can't make ../y relative to ../../x
// ["/bin" "" "x"] [] true
// /y <nil>
// "*" true false true false true false true false true false true false true false true false true false true false false false false false true false true false true false true false true false true false true false true false true false true false false false false false true false true false
// "a*" false false false false true false true false false false false false true false true false true false true false false false false false true false true false false false false false false false false false false false false false false false false false false false false false false false false false
// "*b" false false false false false false false false true false true false true false true false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false
// "a*b*c" false false false false false false false false false false false false false false false false true false true false false false false false true false true false false false false false false false false false false false false false false false false false false false false false false false false false
// "[a-c]*" false false false false true false true false true false true false true false true false true false true false false false false false true false true false false false false false false false false false false false false false false false false false false false false false false false false false
// "[^a]" false false false false false false false false true false true false false false false false false false false false false false false false false false false false true false true false true false true false true false true false false false false false false false false false true false true false
// "?b" false false false false false false false false false false false false true false true false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false
// "a/*" false false false false false false false false false false false false false false false false false false false false true false true false false false false false false false false false false false false false false false false false false false false false false false false false false false false false
// "*/b" false false false false false false false false false false false false false false false false false false false false true false true false false false false false false false false false false false false false false false false false false false false false false false false false false false false false
// "\\*" false false false false false false false false false false false false false false false false false false false false false false false false false false false false true false true false false false false false false false false false false false false false false false false false false false false false
// "[" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "[]" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "[a" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "[a-]" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "[-a]" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "[\\]a]" false false false false true false true false false false false false false false false false false false false false false false false false false false false false false false false false true false true false false false false false false false false false false false false false false false false false
// "a[" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "*[" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "\\" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "a\\" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "[^]a]" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// "日*" false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false true false true false false false false false false false false false
// "[日本]" false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false
// "*x*[" false true false false false true false false false true false false false true false false false true false false false true false false false true false true false true false false false true false false false true false false false true false false false true false false false true false false
// "**" true false true false true false true false true false true false true false true false true false true false false false false false true false true false true false true false true false true false true false true false true false true false false false false false true false true false
// "a?c" false false false false false false false false false false false false false false false false true false true false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false
// "[a-\\" false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true false true
// syntax error in pattern false
