// Packages of std whose names others have that they import, in real Go.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
	"sync"
	"sync/atomic"
	"text/template"
	"time"
)

type guarded struct{ sync.Mutex }

func each[T fmt.Stringer](T) {}

func main() {
	var group sync.WaitGroup
	var number int = group
	group.Wait(1)
	group.Join()
	var lock sync.Locker = sync.Mutex{}
	var count atomic.Int64 = 1
	var decoder *json.Decoder = json.NewEncoder(nil)
	var one *rand.Rand = randv2.New(nil)
	var text *template.Template = time.Now()
	each(sync.Once{})
	each(map[sync.Mutex]*guarded{})
	_ = func(sync.Pool) {} == func(json.Number) {}
	_, _, _, _, _, _ = number, lock, count, decoder, one, text
}
