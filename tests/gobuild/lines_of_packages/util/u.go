package util

var sink *int

func Do(p *int) { sink = p }
