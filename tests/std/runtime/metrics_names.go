// run
// The names of runtime/metrics with their kinds; what is read of each has its kind. The settings of GODEBUG change nothing here.
package main

import (
	"fmt"
	"runtime/metrics"
	"strings"
)

func main() {
	for _, d := range metrics.All() {
		sample := []metrics.Sample{{Name: d.Name}}
		metrics.Read(sample)
		fmt.Println(d.Name, d.Kind, d.Cumulative, d.Description != "", sample[0].Value.Kind() == d.Kind)
		if strings.HasPrefix(d.Name, "/godebug/") {
			fmt.Println(sample[0].Value.Uint64())
		}
	}
}

// Output:
// /cgo/go-to-c-calls:calls 1 true true true
// /cpu/classes/gc/mark/assist:cpu-seconds 2 true true true
// /cpu/classes/gc/mark/dedicated:cpu-seconds 2 true true true
// /cpu/classes/gc/mark/idle:cpu-seconds 2 true true true
// /cpu/classes/gc/pause:cpu-seconds 2 true true true
// /cpu/classes/gc/total:cpu-seconds 2 true true true
// /cpu/classes/idle:cpu-seconds 2 true true true
// /cpu/classes/scavenge/assist:cpu-seconds 2 true true true
// /cpu/classes/scavenge/background:cpu-seconds 2 true true true
// /cpu/classes/scavenge/total:cpu-seconds 2 true true true
// /cpu/classes/total:cpu-seconds 2 true true true
// /cpu/classes/user:cpu-seconds 2 true true true
// /gc/cleanups/executed:cleanups 1 true true true
// /gc/cleanups/queued:cleanups 1 true true true
// /gc/cycles/automatic:gc-cycles 1 true true true
// /gc/cycles/forced:gc-cycles 1 true true true
// /gc/cycles/total:gc-cycles 1 true true true
// /gc/finalizers/executed:finalizers 1 true true true
// /gc/finalizers/queued:finalizers 1 true true true
// /gc/gogc:percent 1 false true true
// /gc/gomemlimit:bytes 1 false true true
// /gc/heap/allocs-by-size:bytes 3 true true true
// /gc/heap/allocs:bytes 1 true true true
// /gc/heap/allocs:objects 1 true true true
// /gc/heap/frees-by-size:bytes 3 true true true
// /gc/heap/frees:bytes 1 true true true
// /gc/heap/frees:objects 1 true true true
// /gc/heap/goal:bytes 1 false true true
// /gc/heap/live:bytes 1 false true true
// /gc/heap/objects:objects 1 false true true
// /gc/heap/tiny/allocs:objects 1 true true true
// /gc/limiter/last-enabled:gc-cycle 1 false true true
// /gc/pauses:seconds 3 true true true
// /gc/scan/globals:bytes 1 false true true
// /gc/scan/heap:bytes 1 false true true
// /gc/scan/stack:bytes 1 false true true
// /gc/scan/total:bytes 1 false true true
// /gc/stack/starting-size:bytes 1 false true true
// /godebug/non-default-behavior/allowmultiplevcs:events 1 true true true
// 0
// /godebug/non-default-behavior/containermaxprocs:events 1 true true true
// 0
// /godebug/non-default-behavior/cryptocustomrand:events 1 true true true
// 0
// /godebug/non-default-behavior/embedfollowsymlinks:events 1 true true true
// 0
// /godebug/non-default-behavior/execerrdot:events 1 true true true
// 0
// /godebug/non-default-behavior/fips140ems:events 1 true true true
// 0
// /godebug/non-default-behavior/gocachehash:events 1 true true true
// 0
// /godebug/non-default-behavior/gocachetest:events 1 true true true
// 0
// /godebug/non-default-behavior/gocacheverify:events 1 true true true
// 0
// /godebug/non-default-behavior/gotestjsonbuildtext:events 1 true true true
// 0
// /godebug/non-default-behavior/htmlmetacontenturlescape:events 1 true true true
// 0
// /godebug/non-default-behavior/http2client:events 1 true true true
// 0
// /godebug/non-default-behavior/http2server:events 1 true true true
// 0
// /godebug/non-default-behavior/httpcookiemaxnum:events 1 true true true
// 0
// /godebug/non-default-behavior/httplaxcontentlength:events 1 true true true
// 0
// /godebug/non-default-behavior/httpmuxgo121:events 1 true true true
// 0
// /godebug/non-default-behavior/httpservecontentkeepheaders:events 1 true true true
// 0
// /godebug/non-default-behavior/httpservecontentmaxranges:events 1 true true true
// 0
// /godebug/non-default-behavior/installgoroot:events 1 true true true
// 0
// /godebug/non-default-behavior/multipartmaxheaders:events 1 true true true
// 0
// /godebug/non-default-behavior/multipartmaxparts:events 1 true true true
// 0
// /godebug/non-default-behavior/multipathtcp:events 1 true true true
// 0
// /godebug/non-default-behavior/netedns0:events 1 true true true
// 0
// /godebug/non-default-behavior/panicnil:events 1 true true true
// 0
// /godebug/non-default-behavior/randautoseed:events 1 true true true
// 0
// /godebug/non-default-behavior/randseednop:events 1 true true true
// 0
// /godebug/non-default-behavior/rsa1024min:events 1 true true true
// 0
// /godebug/non-default-behavior/tarinsecurepath:events 1 true true true
// 0
// /godebug/non-default-behavior/tlsmaxrsasize:events 1 true true true
// 0
// /godebug/non-default-behavior/tlssha1:events 1 true true true
// 0
// /godebug/non-default-behavior/updatemaxprocs:events 1 true true true
// 0
// /godebug/non-default-behavior/urlmaxqueryparams:events 1 true true true
// 0
// /godebug/non-default-behavior/urlstrictcolons:events 1 true true true
// 0
// /godebug/non-default-behavior/winreadlinkvolume:events 1 true true true
// 0
// /godebug/non-default-behavior/winsymlink:events 1 true true true
// 0
// /godebug/non-default-behavior/x509negativeserial:events 1 true true true
// 0
// /godebug/non-default-behavior/x509rsacrt:events 1 true true true
// 0
// /godebug/non-default-behavior/x509sha256skid:events 1 true true true
// 0
// /godebug/non-default-behavior/x509sslcertoverrideplatform:events 1 true true true
// 0
// /godebug/non-default-behavior/x509usefallbackroots:events 1 true true true
// 0
// /godebug/non-default-behavior/x509usepolicies:events 1 true true true
// 0
// /godebug/non-default-behavior/zipinsecurepath:events 1 true true true
// 0
// /memory/classes/heap/free:bytes 1 false true true
// /memory/classes/heap/objects:bytes 1 false true true
// /memory/classes/heap/released:bytes 1 false true true
// /memory/classes/heap/stacks:bytes 1 false true true
// /memory/classes/heap/unused:bytes 1 false true true
// /memory/classes/metadata/mcache/free:bytes 1 false true true
// /memory/classes/metadata/mcache/inuse:bytes 1 false true true
// /memory/classes/metadata/mspan/free:bytes 1 false true true
// /memory/classes/metadata/mspan/inuse:bytes 1 false true true
// /memory/classes/metadata/other:bytes 1 false true true
// /memory/classes/os-stacks:bytes 1 false true true
// /memory/classes/other:bytes 1 false true true
// /memory/classes/profiling/buckets:bytes 1 false true true
// /memory/classes/total:bytes 1 false true true
// /sched/gomaxprocs:threads 1 false true true
// /sched/goroutines-created:goroutines 1 true true true
// /sched/goroutines/not-in-go:goroutines 1 false true true
// /sched/goroutines/runnable:goroutines 1 false true true
// /sched/goroutines/running:goroutines 1 false true true
// /sched/goroutines/waiting:goroutines 1 false true true
// /sched/goroutines:goroutines 1 false true true
// /sched/latencies:seconds 3 true true true
// /sched/pauses/stopping/gc:seconds 3 true true true
// /sched/pauses/stopping/other:seconds 3 true true true
// /sched/pauses/total/gc:seconds 3 true true true
// /sched/pauses/total/other:seconds 3 true true true
// /sched/threads/total:threads 1 false true true
// /sync/mutex/wait/total:seconds 2 true true true
