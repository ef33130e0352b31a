package plain

func F() int { return 1 }
