package blocks

import "testing"

func TestBlocks(t *testing.T) {
	for x := range 5 {
		Statements(x)
		Loops(x)
		Choices(x)
		Literals(x)
	}
	Choices("a")
	new(T).Empty()
}

func TestMode(t *testing.T) {
	c := testing.Coverage()
	t.Log(testing.CoverMode(), c > 0, c <= 1)
}
