package pass

func Add(a, b int) int { return a + b }

func Box(n int) any { return n }
