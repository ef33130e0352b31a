package main

func main() { println("good") }
