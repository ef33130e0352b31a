// errorcheck

package p

func nested[T interface{ ~[]P }, P any](t T) { // ERROR `instantiation cycle:`
	if t != nil {
		nested[[]T, T](nil)
	}
}
