package w

func F[T any]() {}
