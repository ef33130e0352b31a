package main

type triple struct{ a, b, c int }

type holder struct {
	pad int
	t   triple
}

//go:noinline
func get(h *holder) triple { return h.t }

func main() {
	println(get(nil).b)
}
