package shaped

func F() int { return 1 }
