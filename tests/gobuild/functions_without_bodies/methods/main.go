package main

type A[T any] struct{}

func (A[T]) m(A[T])

func (a *A[T]) n()

func main() {}
