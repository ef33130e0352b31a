package runtime

// MemStats counts what the heap did.
type MemStats struct {
	Alloc         uint64 // bytes of live and not yet swept objects
	TotalAlloc    uint64 // bytes allocated since the start
	Sys           uint64 // bytes obtained from the system
	Lookups       uint64
	Mallocs       uint64 // objects allocated
	Frees         uint64 // objects freed
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64 // heap size at which the next collection begins
	LastGC        uint64 // when the last one ended, in ns
	PauseTotalNs  uint64
	PauseNs       [256]uint64 // the last pauses; that of cycle n at (n+255)%256
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	var w [18]uint64
	readMemStats(&w, &m.PauseNs, &m.PauseEnd)
	m.Alloc, m.HeapAlloc = w[3], w[3]
	m.TotalAlloc = w[0]
	m.Mallocs = w[1]
	m.Frees = w[2]
	m.HeapObjects = w[4]
	m.HeapSys = w[5]
	m.HeapIdle = w[6]
	m.HeapInuse = w[7]
	m.HeapReleased = w[8]
	m.GCSys = w[9]
	m.NextGC = w[10]
	m.LastGC = w[11]
	m.PauseTotalNs = w[12]
	m.NumGC = uint32(w[13])
	m.NumForcedGC = uint32(w[14])
	m.StackInuse, m.StackSys = w[15], w[15]
	m.Sys = m.HeapSys + m.GCSys + m.StackSys
	m.EnableGC = true
	for i := range m.BySize {
		var size, mallocs, frees uint64
		size, mallocs, frees = sizeClass(i)
		m.BySize[i].Size = uint32(size)
		m.BySize[i].Mallocs = mallocs
		m.BySize[i].Frees = frees
	}
}

//go:noescape
func readMemStats(words *[18]uint64, pauses, ends *[256]uint64)
func sizeClass(i int) (size, mallocs, frees uint64)
