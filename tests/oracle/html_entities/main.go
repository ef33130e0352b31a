// Prints the table of std/html: the names of HTML's character references and what real Go makes of each. Run with real
// Go 1.27 from the root of the repository:
//
//	go run tests/oracle/html_entities/main.go | gofmt > std/html/entities.go
package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
)

func main() {
	source, err := os.ReadFile(filepath.Join(runtime.GOROOT(), "src", "html", "entity.go"))
	if err != nil {
		panic(err)
	}
	var names []string
	for _, match := range regexp.MustCompile(`(?m)^\s*"([A-Za-z0-9]+;?)":`).FindAllSubmatch(source, -1) {
		names = append(names, string(match[1]))
	}
	slices.Sort(names)
	fmt.Println("// Made by tests/oracle/html_entities: the character references of HTML.\n\npackage html")
	fmt.Println("\n// entities has for each name: the name, a space, what it stands for, a zero byte.\nconst entities = \"\" +")
	for i, name := range names {
		more := " +"
		if i == len(names)-1 {
			more = ""
		}
		fmt.Printf("%+q%s\n", name+" "+html.UnescapeString("&"+name)+"\x00", more)
	}
}
