package main

func init() { panic("in init") }
func main() {
	println("main")
}
