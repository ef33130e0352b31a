// errorcheck

package p

type box[T any] struct{ v T } // ERROR `instantiation cycle:`
func (b box[T]) wrap() { box[box[T]]{}.wrap() }
