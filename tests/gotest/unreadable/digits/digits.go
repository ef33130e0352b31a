package digits

func F() int { return 1 }
