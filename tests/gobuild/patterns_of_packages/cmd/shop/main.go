package main

import (
	"example.com/shop/order"
	"example.com/shop/zip"
)

func main() {
	order.Keep(zip.New(7))
	println("kept")
}
