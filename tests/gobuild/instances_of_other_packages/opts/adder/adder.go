package adder

func Of(n int) func(int) int { return func(x int) int { n += x; return n } }
