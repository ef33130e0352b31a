package clause

func F() int { return 1 }
