// Throughput of the collector: one deep tree is kept, many short-lived ones
// are built and thrown away. GOGC trades the number of cycles for memory.
// Leans on: recursion, linked structures.
package main

import "fmt"

type tree struct{ left, right *tree }

// The nodes of a tree lie in one slice, children behind their parent.
func build(depth int) *tree {
	nodes := make([]tree, 1<<(depth+1)-1)
	for i := range len(nodes) / 2 {
		nodes[i] = tree{&nodes[2*i+1], &nodes[2*i+2]}
	}
	return &nodes[0]
}

func (t *tree) count() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.count() + t.right.count()
}

func main() {
	const keptDepth, depth, trees = 18, 14, 60
	kept := build(keptDepth)
	nodes := 0
	for i := 0; i < trees; i++ {
		nodes += build(depth).count()
	}
	fmt.Println("short-lived nodes", nodes)
	fmt.Println("kept nodes", kept.count())
}
