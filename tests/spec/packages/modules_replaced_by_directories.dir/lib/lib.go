package lib

import "example.com/lib/sub"

func Name() string { return "lib and " + sub.Name }
