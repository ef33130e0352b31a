package main

import "fmt"

func version() string { return "v1" }

func main() { fmt.Println(version()) }
