package b

import "ex.com/a/cycle"

func B() { main.X() }
