package main

import (
	"errors"
	"fmt"
)

type E struct {
	a int
	b string
}

func (e E) Error() string { panic("err in Error") }

func main() {
	defer func() { panic(fmt.Errorf("two %w", errors.New("x"))) }()
	panic(E{1, "x"})
}
