package runtime

import "unsafe"

// Pinner keeps objects where they are and alive. Objects never move here.
type Pinner struct {
	*pinned
}

// pinned must not point to itself: what is in a cycle is never finalized.
type pinned struct {
	first [5]unsafe.Pointer
	more  []unsafe.Pointer
	count int
}

// Pin keeps the object that pointer points to until Unpin.
func (p *Pinner) Pin(pointer any) {
	if mistake := pinMistake(pointer); mistake != "" {
		panicError(mistake)
	}
	if p.pinned == nil {
		p.pinned = new(pinned)
		SetFinalizer(p.pinned, func(lost *pinned) {
			if lost.count != 0 {
				panicError("runtime.Pinner: found leaking pinned pointer; forgot to call Unpin()?")
			}
		})
	}
	object := (*[2]unsafe.Pointer)(unsafe.Pointer(&pointer))[1]
	if p.count < len(p.first) {
		p.first[p.count] = object
	} else {
		p.more = append(p.more, object)
	}
	p.count++
}

// Unpin lets all of them go.
func (p *Pinner) Unpin() {
	if p.pinned != nil {
		clear(p.first[:])
		clear(p.more)
		p.more = p.more[:0]
		p.count = 0
	}
}

// pinMistake says why pointer cannot be pinned.
//
//go:noescape
func pinMistake(pointer any) string
