package tool

var alsoBroken int = "no"
