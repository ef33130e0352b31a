package runtime

import "unsafe"

// SetFinalizer has finalizer called with obj, a pointer to an allocated object, when the object can no more be
// reached; a nil finalizer takes the call away again.
func SetFinalizer(obj any, finalizer any) {
	setFinalizer(obj, finalizer)
	startCalls()
}

// Cleanup stands for a call that AddCleanup has asked for.
type Cleanup struct {
	id  uint64
	ptr uintptr
}

// AddCleanup has cleanup called with arg some time after *ptr can no more be reached.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	call := &cleanupCall[S]{cleanup, nil}
	mistake, small := checkCleanup(unsafe.Pointer(ptr), arg, unsafe.Sizeof(arg), *(*unsafe.Pointer)(unsafe.Pointer(&cleanup)))
	if mistake != "" {
		panic(mistake)
	}
	if small {
		// A part of a tiny block would keep its neighbours alive.
		call.arg = (*S)(unsafe.Pointer(new([2]uintptr)))
	} else {
		call.arg = new(S)
	}
	*call.arg = arg
	id := addCleanup(unsafe.Pointer(ptr), callCleanup[S], unsafe.Pointer(call))
	if id == 0 {
		return Cleanup{} // ptr lies outside of the heap
	}
	startCalls()
	return Cleanup{id, uintptr(unsafe.Pointer(ptr))}
}

// Stop takes the call away if it has not been queued yet.
func (c Cleanup) Stop() {
	if c.id != 0 {
		stopCleanup(c.ptr, c.id)
	}
}

type cleanupCall[S any] struct {
	cleanup func(S)
	arg     *S
}

func callCleanup[S any](call unsafe.Pointer) {
	c := (*cleanupCall[S])(call)
	c.cleanup(*c.arg)
}

var callsStarted bool

// startCalls makes the goroutine that runs finalizers and cleanups, at first use.
func startCalls() {
	if !callsStarted {
		callsStarted = true
		startSystemGoroutine(func() {
			for {
				callDue()
			}
		})
	}
}

func setFinalizer(obj any, finalizer any)
func addCleanup(ptr unsafe.Pointer, call func(unsafe.Pointer), arg unsafe.Pointer) (id uint64)
func stopCleanup(ptr uintptr, id uint64)

// checkCleanup returns what is wrong with a call of AddCleanup, and whether arg is small and without pointers.
//
//go:noescape
func checkCleanup(ptr unsafe.Pointer, arg any, size uintptr, cleanup unsafe.Pointer) (mistake string, small bool)
func startSystemGoroutine(f func())

// callDue waits until a finalizer or cleanup is due and calls it.
func callDue()
