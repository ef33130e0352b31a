package ends

func F() int { return 1 }
