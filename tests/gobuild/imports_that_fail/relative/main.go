package main

import "./y"

func main() { y.Y() }
