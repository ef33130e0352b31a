// run
// go/build/constraint: lines of random words, what they mean, and their forms.
package main

import (
	"errors"
	"fmt"
	"go/build/constraint"
	"strings"
)

const lines = 150 // in bulk: 60000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var words = []string{"a", "b", "go1.5", "go1", "go1.22", "&&", "||", "!", "(", ")", " ", "a_.x", "\t", "ü", "-", "&", "|", ",", "!a", "b,c", "go1.x", "\xff"}

func main() {
	deep := "//go:build " + strings.Repeat("a && ", 999) + "a"
	for i := range lines {
		line := []string{"//go:build ", "// +build ", "//+build ", "//go:build", "// +build"}[random(5)]
		for range random(9) {
			line += words[random(len(words))]
			if random(2) == 0 {
				line += " "
			}
		}
		if random(20) == 0 {
			line += "\n"
		}
		switch i {
		case 0:
			line = deep
		case 1:
			line = deep + "&& a"
		case 2:
			line = "// +build " + strings.Repeat("a ", 101)
		}
		x, err := constraint.Parse(line)
		fmt.Printf("%.60q %v %v ", line, constraint.IsGoBuild(line), constraint.IsPlusBuild(line))
		if err != nil {
			var wrong *constraint.SyntaxError
			if errors.As(err, &wrong) {
				fmt.Print(wrong.Offset, " ", wrong.Error(), " ")
			}
			fmt.Println(err)
			continue
		}
		asked := ""
		holds := x.Eval(func(tag string) bool {
			asked += tag + " "
			return len(tag) > 1
		})
		plus, err := constraint.PlusBuildLines(x)
		fmt.Printf("%T %.60s %v %.60q %q %.60q %v\n", x, x, holds, asked, constraint.GoVersion(x), plus, err)
	}
	tag := &constraint.TagExpr{Tag: "t"}
	and := &constraint.AndExpr{X: tag, Y: tag}
	or := &constraint.OrExpr{X: tag, Y: and}
	not := &constraint.NotExpr{X: or}
	no := func(string) bool { return false }
	fmt.Println(not.String(), or.String(), and.String(), tag.String(), not.Eval(no), or.Eval(no), and.Eval(no), tag.Eval(no))
}
