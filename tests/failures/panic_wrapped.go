package main

import "errors"
import "fmt"

func main() {
	panic(fmt.Errorf("outer: %w", errors.New("inner")))
}
