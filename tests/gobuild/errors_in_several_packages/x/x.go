package x

func X() { var i int = "x" }
