package order

func F() int { return 1 }
