package missing

import "nosuch/pkg"

func TestX() { a b }
