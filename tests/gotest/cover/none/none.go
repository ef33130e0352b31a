package none

func F(a int) int {
	if a > 1 {
		return 2
	}
	return a
}

func init() { panic("is not run") }
