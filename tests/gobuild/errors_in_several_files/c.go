package main

const c int = "x"
