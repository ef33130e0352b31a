package operand

func F() int { return 1 }
