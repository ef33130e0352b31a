package user

import "example.com/shop/wrong"

var Y = wrong.X + other
