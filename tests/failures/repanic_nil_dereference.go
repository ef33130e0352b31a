package main

func main() {
	defer func() {
		recover()
		var p *int
		_ = *p
	}()
	var p *int
	*p = 1
}
