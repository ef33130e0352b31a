package wrong

var X = missing
