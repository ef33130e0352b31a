package main

//line z.go:5
type T struct{ T }
