package order

var last *int

func Keep(number *int) { last = number }
