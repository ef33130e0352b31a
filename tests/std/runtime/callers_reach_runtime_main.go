// run

package main

import (
	"fmt"
	"path"
	"runtime"
)

func main() {
	for i := 0; ; i++ {
		pc, file, line, ok := runtime.Caller(i)
		if !ok {
			break
		}
		fmt.Println(runtime.FuncForPC(pc).Name(), path.Base(file), line)
	}
}

// Output:
// main.main callers_reach_runtime_main.go 13
// runtime.main proc.go 302
// runtime.goexit asm_amd64.s 1264
