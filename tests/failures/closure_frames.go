// govm: -gcflags=-l
package main

func main() {
	func() {
		func() {
			panic("inner")
		}()
	}()
}
