package shape

func F() int { return 1 }
