package sub

func F() { clear([]int{}); for range 3 {} }
