package order

func f() { a b }
