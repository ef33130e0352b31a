package imports

func F() int { return 1 }
