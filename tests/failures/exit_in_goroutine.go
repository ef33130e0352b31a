package main

import "os"

func main() {
	go os.Exit(4)
	select {}
}
