package order_test

func f() { a b }
