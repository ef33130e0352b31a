// errorcheck

package p

func local[T any]() { // ERROR `instantiation cycle:`
	type inner struct{ t T }
	local[inner]()
}
