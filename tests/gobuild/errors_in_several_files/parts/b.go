package main

func f( {
}
var v int = "b"
