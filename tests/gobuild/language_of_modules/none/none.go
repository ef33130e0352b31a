package none

func F[T any]() {}
