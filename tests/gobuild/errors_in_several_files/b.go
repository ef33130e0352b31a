package main

func b() { var x int = "a" }

type T struct{ T }
