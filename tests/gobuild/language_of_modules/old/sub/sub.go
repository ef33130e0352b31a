package sub

func F() {
	for range 3 {
	}
}
