// vet
package main

import (
	"fmt"
	"strings"
)

type point struct{ x, y int }

//govm:noalloc
func (p *point) add(q *point) { p.x, p.y = p.x+q.x, p.y+q.y }

//govm:noalloc
func walk(steps []point) point {
	var at point
	for i := range steps {
		at.add(&steps[i])
	}
	return at
}

//govm:noalloc
func known(words map[string]int, key []byte) bool {
	return words[string(key)] > 0 || strings.Contains("abc", "b")
}

func main() {
	var steps [4]point //govm:frame
	at := walk(steps[:])
	//govm:frame
	corner := &point{1, 2}
	corner.add(&at)
	copies := append([]*point(nil), &point{})        //govm:heap
	fmt.Println(*corner, known(nil, nil), copies[0]) //govm:heap
}
