// run

package main

import "fmt"

func sends(c chan int) {
	for range 400 {
		select {
		case c <- 0:
		case c <- 1:
		case c <- 2:
		case c <- 3:
		}
	}
	close(c)
}

func receives(c chan int, counts *[4]int, done chan bool) {
	for range 400 {
		select {
		case <-c:
			counts[0]++
		case <-c:
			counts[1]++
		case <-c:
			counts[2]++
		case <-c:
			counts[3]++
		}
	}
	done <- true
}

// About a hundred each.
func even(counts [4]int) bool {
	for _, n := range counts {
		if n < 50 || n > 150 {
			return false
		}
	}
	return true
}

func main() {
	for _, size := range []int{0, 1, 10} {
		var counts [4]int
		c := make(chan int, size)
		go sends(c)
		for i := range c {
			counts[i]++
		}
		fmt.Println("sends", size, even(counts))
	}
	for _, size := range []int{0, 1, 10} {
		var counts [4]int
		c, done := make(chan int, size), make(chan bool)
		go receives(c, &counts, done)
		for i := range 400 {
			c <- i
		}
		<-done
		fmt.Println("receives", size, even(counts))
	}
}

// Output:
// sends 0 true
// sends 1 true
// sends 10 true
// receives 0 true
// receives 1 true
// receives 10 true
