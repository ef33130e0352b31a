package missing

func F() int { return 1 }
