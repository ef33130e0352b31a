// run

// Built-in functions whose arguments are the results of one call.
package main

import "fmt"

type text string

func slices() ([]int, int)            { return []int{1, 2}, 3 }
func three() ([]any, string, error)   { return nil, "x", fmt.Errorf("e") }
func strings() ([]byte, string)       { return []byte("12345"), "ab" }
func entry() (map[string]int, string) { return table, "a" }
func numbers() (float64, float64)     { return 1.5, -2 }
func ints() (int8, int8, int8)        { return 3, -4, 5 }
func texts() (text, text)             { return "b", "a" }
func mixed() (int16, float64, string) { return -42, 42, "x" }
func structs() ([][2]int, [2]int)     { return [][2]int{{1, 2}}, [2]int{3, 4} }
func floats() (float32, float32)      { return 2.5, 0.5 }
func keys() (map[any]int, int)        { return anything, 7 }
func pointers() ([]*int, *int)        { x := 5; return nil, &x }

var table = map[string]int{"a": 1, "b": 2}
var anything = map[any]int{7: 1}

func main() {
	fmt.Println(append(slices()))
	fmt.Println(append(three()))
	fmt.Println(append(structs()))
	fmt.Println(*append(pointers())[0])
	fmt.Println(copy(strings()))
	delete(entry())
	delete(keys())
	fmt.Println(len(table), len(anything))
	fmt.Println(complex(numbers()), complex(floats()))
	fmt.Println(max(ints()), min(ints()), max(texts()), min(texts()), max(numbers()))
	print(mixed())
	println(mixed())
	defer println(mixed())
	defer delete(entry())
}

// Stderr:
// -4242x-42 42 x
// -42 42 x

// Output:
// [1 2 3]
// [x e]
// [[1 2] [3 4]]
// 5
// 2
// 1 0
// (1.5-2i) (2.5+0.5i)
// 5 -4 b a 1.5
