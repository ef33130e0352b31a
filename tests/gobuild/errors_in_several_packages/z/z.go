package z

import "ex.com/a/x"

func Z() { x.X(); var i int = "z" }
