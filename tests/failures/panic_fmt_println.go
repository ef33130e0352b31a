package main

import "fmt"

func main() {
	fmt.Println("out")
	panic(fmt.Sprintf("%d", 7))
}
