// run
package main

import "fmt"

type pt struct{ x, y int }
type line struct {
	a, b pt
	c    *pt
}

func main() {
	fmt.Println([]int{1, 2, 5: 10, 11}, [...]string{2: "c", 0: "a"}, [3]int{1})
	fmt.Println(map[string][]int{"a": {1, 2}, "b": nil}["a"], []pt{{1, 2}, {y: 3}}, []*pt{{4, 5}}[0].y)
	l := line{a: pt{1, 2}, c: &pt{x: 9}}
	fmt.Println(l.a, l.b, *l.c, [][]int{{1}, {2, 3}, {}})
	fmt.Println(map[pt]string{{1, 2}: "x"}[pt{1, 2}], struct{ n int }{7}, [2][2]int{{1, 2}, {3, 4}})
	const k = 2
	fmt.Println(len([...]int{k: 1, k * 3: 2}), []byte{'a': 1}[97], []rune("aé"))
}

// Output:
// [1 2 0 0 0 10 11] [a  c] [1 0 0]
// [1 2] [{1 2} {0 3}] 5
// {1 2} {0 0} {9 0} [[1] [2 3] []]
// x {7} [[1 2] [3 4]]
// 7 1 [97 233]
