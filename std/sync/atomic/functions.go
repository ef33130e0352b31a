package atomic

import "unsafe"

// LoadInt32 returns *addr.
func LoadInt32(addr *int32) (val int32) { return *addr }

// StoreInt32 sets *addr.
func StoreInt32(addr *int32, val int32) { *addr = val }

// SwapInt32 sets *addr and returns what it was.
func SwapInt32(addr *int32, new int32) (old int32) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapInt32 sets *addr to new if it is old.
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AddInt32 adds delta to *addr and returns the sum.
func AddInt32(addr *int32, delta int32) (new int32) {
	*addr += delta
	return *addr
}

// AndInt32 clears the bits of *addr that mask lacks and returns what it was.
func AndInt32(addr *int32, mask int32) (old int32) {
	old = *addr
	*addr &= mask
	return old
}

// OrInt32 sets the bits of mask in *addr and returns what it was.
func OrInt32(addr *int32, mask int32) (old int32) {
	old = *addr
	*addr |= mask
	return old
}

// LoadInt64 returns *addr.
func LoadInt64(addr *int64) (val int64) { return *addr }

// StoreInt64 sets *addr.
func StoreInt64(addr *int64, val int64) { *addr = val }

// SwapInt64 sets *addr and returns what it was.
func SwapInt64(addr *int64, new int64) (old int64) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapInt64 sets *addr to new if it is old.
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AddInt64 adds delta to *addr and returns the sum.
func AddInt64(addr *int64, delta int64) (new int64) {
	*addr += delta
	return *addr
}

// AndInt64 clears the bits of *addr that mask lacks and returns what it was.
func AndInt64(addr *int64, mask int64) (old int64) {
	old = *addr
	*addr &= mask
	return old
}

// OrInt64 sets the bits of mask in *addr and returns what it was.
func OrInt64(addr *int64, mask int64) (old int64) {
	old = *addr
	*addr |= mask
	return old
}

// LoadUint32 returns *addr.
func LoadUint32(addr *uint32) (val uint32) { return *addr }

// StoreUint32 sets *addr.
func StoreUint32(addr *uint32, val uint32) { *addr = val }

// SwapUint32 sets *addr and returns what it was.
func SwapUint32(addr *uint32, new uint32) (old uint32) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapUint32 sets *addr to new if it is old.
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AddUint32 adds delta to *addr and returns the sum.
func AddUint32(addr *uint32, delta uint32) (new uint32) {
	*addr += delta
	return *addr
}

// AndUint32 clears the bits of *addr that mask lacks and returns what it was.
func AndUint32(addr *uint32, mask uint32) (old uint32) {
	old = *addr
	*addr &= mask
	return old
}

// OrUint32 sets the bits of mask in *addr and returns what it was.
func OrUint32(addr *uint32, mask uint32) (old uint32) {
	old = *addr
	*addr |= mask
	return old
}

// LoadUint64 returns *addr.
func LoadUint64(addr *uint64) (val uint64) { return *addr }

// StoreUint64 sets *addr.
func StoreUint64(addr *uint64, val uint64) { *addr = val }

// SwapUint64 sets *addr and returns what it was.
func SwapUint64(addr *uint64, new uint64) (old uint64) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapUint64 sets *addr to new if it is old.
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AddUint64 adds delta to *addr and returns the sum.
func AddUint64(addr *uint64, delta uint64) (new uint64) {
	*addr += delta
	return *addr
}

// AndUint64 clears the bits of *addr that mask lacks and returns what it was.
func AndUint64(addr *uint64, mask uint64) (old uint64) {
	old = *addr
	*addr &= mask
	return old
}

// OrUint64 sets the bits of mask in *addr and returns what it was.
func OrUint64(addr *uint64, mask uint64) (old uint64) {
	old = *addr
	*addr |= mask
	return old
}

// LoadUintptr returns *addr.
func LoadUintptr(addr *uintptr) (val uintptr) { return *addr }

// StoreUintptr sets *addr.
func StoreUintptr(addr *uintptr, val uintptr) { *addr = val }

// SwapUintptr sets *addr and returns what it was.
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapUintptr sets *addr to new if it is old.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AddUintptr adds delta to *addr and returns the sum.
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr) {
	*addr += delta
	return *addr
}

// AndUintptr clears the bits of *addr that mask lacks and returns what it was.
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	old = *addr
	*addr &= mask
	return old
}

// OrUintptr sets the bits of mask in *addr and returns what it was.
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	old = *addr
	*addr |= mask
	return old
}

// LoadPointer returns *addr.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer) { return *addr }

// StorePointer sets *addr.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer) { *addr = val }

// SwapPointer sets *addr and returns what it was.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapPointer sets *addr to new if it is old.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}
