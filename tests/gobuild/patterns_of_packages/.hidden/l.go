package left_out

var X int = "no"
