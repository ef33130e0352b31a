package mid

import "example.com/instances/list"

type Item struct {
	Name string
	id   int
}

func One() any           { return list.Of(Item{}).Push(Item{"b", 2}) }
func Items(n int) []Item { return list.Make[Item](n) }
func Ints(xs []int) *int { return list.Last(xs) }
