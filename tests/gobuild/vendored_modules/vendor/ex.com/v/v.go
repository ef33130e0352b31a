package v

func Values() (values []int) {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		values = append(values, f())
	}
	return values
}
