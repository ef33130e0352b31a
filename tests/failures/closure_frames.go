package main

func main() {
	func() {
		func() {
			panic("inner")
		}()
	}()
}
