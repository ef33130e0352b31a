package main

type point struct{ x, y int32 }

type line struct {
	name     string
	from, to point
}

//go:noinline
func move(l *line) { l.to.y++ }

func main() {
	move(nil)
}
