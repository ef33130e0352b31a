// Two packages of one name: messages tell them by their paths.
package main

import (
	"example.com/names/a/conv"
	other "example.com/names/b/conv"
)

type pair struct {
	left, right []conv.Text
}

func main() {
	var text conv.Text = other.Text("x")
	var taker conv.Taker = other.Giver{}
	other.Giver{}.Take(conv.Text("y"))
	_ = []conv.Text{} == nil
	_ = [2]func(conv.Text){} == [2]func(conv.Text){}
	_ = pair{} == pair{}
	var number int = text
	_, _ = taker, number
}
