package main

func g()

func f() int

func main() { println(f()) }
