// Package atomic reads and writes memory that goroutines share.
//
// Goroutines run on one thread and change only at calls and loops; what is here has neither in the middle of its
// work, so plain reads and writes do.
package atomic

// noCopy lets go vet notice copies.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// align64 marks the types that Go aligns to 8 bytes everywhere.
type align64 struct{}

// Int32 is an int32 to share; the zero value is 0.
type Int32 struct {
	_ noCopy
	v int32
}

// Load returns the value.
func (x *Int32) Load() int32 { return x.v }

// Store sets the value.
func (x *Int32) Store(val int32) { x.v = val }

// Swap sets the value and returns the old one.
func (x *Int32) Swap(new int32) (old int32) { return SwapInt32(&x.v, new) }

// CompareAndSwap sets the value to new if it is old.
func (x *Int32) CompareAndSwap(old, new int32) (swapped bool) {
	return CompareAndSwapInt32(&x.v, old, new)
}

// Add adds delta and returns the sum.
func (x *Int32) Add(delta int32) (new int32) { return AddInt32(&x.v, delta) }

// And clears the bits that mask lacks and returns the old value.
func (x *Int32) And(mask int32) (old int32) { return AndInt32(&x.v, mask) }

// Or sets the bits of mask and returns the old value.
func (x *Int32) Or(mask int32) (old int32) { return OrInt32(&x.v, mask) }

// Int64 is an int64 to share; the zero value is 0.
type Int64 struct {
	_ noCopy
	_ align64
	v int64
}

// Load returns the value.
func (x *Int64) Load() int64 { return x.v }

// Store sets the value.
func (x *Int64) Store(val int64) { x.v = val }

// Swap sets the value and returns the old one.
func (x *Int64) Swap(new int64) (old int64) { return SwapInt64(&x.v, new) }

// CompareAndSwap sets the value to new if it is old.
func (x *Int64) CompareAndSwap(old, new int64) (swapped bool) {
	return CompareAndSwapInt64(&x.v, old, new)
}

// Add adds delta and returns the sum.
func (x *Int64) Add(delta int64) (new int64) { return AddInt64(&x.v, delta) }

// And clears the bits that mask lacks and returns the old value.
func (x *Int64) And(mask int64) (old int64) { return AndInt64(&x.v, mask) }

// Or sets the bits of mask and returns the old value.
func (x *Int64) Or(mask int64) (old int64) { return OrInt64(&x.v, mask) }

// Uint32 is a uint32 to share; the zero value is 0.
type Uint32 struct {
	_ noCopy
	v uint32
}

// Load returns the value.
func (x *Uint32) Load() uint32 { return x.v }

// Store sets the value.
func (x *Uint32) Store(val uint32) { x.v = val }

// Swap sets the value and returns the old one.
func (x *Uint32) Swap(new uint32) (old uint32) { return SwapUint32(&x.v, new) }

// CompareAndSwap sets the value to new if it is old.
func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool) {
	return CompareAndSwapUint32(&x.v, old, new)
}

// Add adds delta and returns the sum.
func (x *Uint32) Add(delta uint32) (new uint32) { return AddUint32(&x.v, delta) }

// And clears the bits that mask lacks and returns the old value.
func (x *Uint32) And(mask uint32) (old uint32) { return AndUint32(&x.v, mask) }

// Or sets the bits of mask and returns the old value.
func (x *Uint32) Or(mask uint32) (old uint32) { return OrUint32(&x.v, mask) }

// Uint64 is a uint64 to share; the zero value is 0.
type Uint64 struct {
	_ noCopy
	_ align64
	v uint64
}

// Load returns the value.
func (x *Uint64) Load() uint64 { return x.v }

// Store sets the value.
func (x *Uint64) Store(val uint64) { x.v = val }

// Swap sets the value and returns the old one.
func (x *Uint64) Swap(new uint64) (old uint64) { return SwapUint64(&x.v, new) }

// CompareAndSwap sets the value to new if it is old.
func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool) {
	return CompareAndSwapUint64(&x.v, old, new)
}

// Add adds delta and returns the sum.
func (x *Uint64) Add(delta uint64) (new uint64) { return AddUint64(&x.v, delta) }

// And clears the bits that mask lacks and returns the old value.
func (x *Uint64) And(mask uint64) (old uint64) { return AndUint64(&x.v, mask) }

// Or sets the bits of mask and returns the old value.
func (x *Uint64) Or(mask uint64) (old uint64) { return OrUint64(&x.v, mask) }

// Uintptr is a uintptr to share; the zero value is 0.
type Uintptr struct {
	_ noCopy
	v uintptr
}

// Load returns the value.
func (x *Uintptr) Load() uintptr { return x.v }

// Store sets the value.
func (x *Uintptr) Store(val uintptr) { x.v = val }

// Swap sets the value and returns the old one.
func (x *Uintptr) Swap(new uintptr) (old uintptr) { return SwapUintptr(&x.v, new) }

// CompareAndSwap sets the value to new if it is old.
func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool) {
	return CompareAndSwapUintptr(&x.v, old, new)
}

// Add adds delta and returns the sum.
func (x *Uintptr) Add(delta uintptr) (new uintptr) { return AddUintptr(&x.v, delta) }

// And clears the bits that mask lacks and returns the old value.
func (x *Uintptr) And(mask uintptr) (old uintptr) { return AndUintptr(&x.v, mask) }

// Or sets the bits of mask and returns the old value.
func (x *Uintptr) Or(mask uintptr) (old uintptr) { return OrUintptr(&x.v, mask) }
