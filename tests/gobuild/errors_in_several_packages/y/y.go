package y

func Y() { var i int = "y" }
