// run
package main

import "fmt"

type big struct{ a [8]int }

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var ps []*int
	for k, v := range []int{4, 5, 6} {
		ps = append(ps, &k, &v)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	fs = nil
	for k := range map[int]bool{7: true} {
		fs = append(fs, func() int { return k })
	}
	for _, r := range "ab" {
		fs = append(fs, func() int { return int(r) })
	}
	c := make(chan int, 2)
	c <- 1
	c <- 2
	close(c)
	for v := range c {
		fs = append(fs, func() int { return v })
	}
	for _, b := range []big{{[8]int{1}}, {[8]int{2}}} {
		fs = append(fs, func() int { return b.a[0] })
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-1 {
		fs = append(fs, func() int { return i * j })
		if i == 2 {
			continue
		}
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	for i := 0; i < 2; i++ {
		defer func() { fmt.Println("deferred", i) }()
	}
	newer()
}
