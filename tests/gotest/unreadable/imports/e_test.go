package imports

func TestE(t *testing.T) { a b }
