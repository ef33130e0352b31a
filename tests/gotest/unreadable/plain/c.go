package plain

func G( {
