package own

var Log []string

func init() { Log = append(Log, "own") }
