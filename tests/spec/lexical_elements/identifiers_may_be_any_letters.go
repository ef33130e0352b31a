// run
package main

import "fmt"

type größe struct{ ширина, 高さ int }

func (g größe) αβγ() int { return g.ширина * g.高さ }

func main() {
	_x9, ThisVariableIsExported := 1, 2
	fmt.Println(größe{3, 4}.αβγ(), _x9, ThisVariableIsExported)
}

// Output:
// 12 1 2
