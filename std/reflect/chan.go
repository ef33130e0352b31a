package reflect

import (
	vm "internal/abi"
	"unsafe"
)

// MakeChan returns a new channel of type typ.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	return Value{t, makeChan(t, buffer), flag(Chan)}
}

func (v Value) mustBeChan(method string) {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
}

// Send sends x.
func (v Value) Send(x Value) {
	v.mustBeChan("reflect.Value.Send")
	v.send(x, true, "reflect.Value.Send")
}

// TrySend sends x if that can be done at once, and says whether it was.
func (v Value) TrySend(x Value) bool {
	v.mustBeChan("reflect.Value.TrySend")
	return v.send(x, false, "reflect.Value.TrySend")
}

func (v Value) send(x Value, wait bool, method string) bool {
	if ChanDir(v.typ_.Direction())&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	x.mustBeExported(method)
	x = x.assignTo("reflect.Value.Send", v.typ_.Elem(), nil)
	p := x.ptr
	if x.flag&flagIndir == 0 {
		// Somebody may read it while this goroutine waits.
		p = unsafe.Pointer(&x.ptr)
	}
	return chanSend(v.word(), p, wait)
}

// Recv receives a value; ok is false if the channel is closed.
func (v Value) Recv() (x Value, ok bool) {
	v.mustBeChan("reflect.Value.Recv")
	return v.receive(true)
}

// TryRecv receives if that can be done at once; else x is the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	v.mustBeChan("reflect.Value.TryRecv")
	return v.receive(false)
}

func (v Value) receive(wait bool) (Value, bool) {
	if ChanDir(v.typ_.Direction())&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
	elem := v.typ_.Elem()
	x := Value{elem, nil, flag(elem.Kind())}
	var word unsafe.Pointer
	p := unsafe.Pointer(&word)
	if !elem.IsDirect() {
		x.ptr = newObject(elem)
		x.flag |= flagIndir
		p = x.ptr
	}
	ok, received := chanReceive(v.word(), p, wait)
	if !received {
		return Value{}, false
	}
	if elem.IsDirect() {
		x.ptr = word
	}
	return x, ok
}

// Close closes the channel v.
func (v Value) Close() {
	v.mustBeChan("reflect.Value.Close")
	if ChanDir(v.typ_.Direction())&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(v.word())
}

// SelectDir says what a case of Select does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// SelectCase is a case of Select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// caseWords is a case as the VM reads it: a channel, where the value lies or goes to, and whether it is sent.
type caseWords struct {
	channel unsafe.Pointer
	elem    unsafe.Pointer
	sends   uintptr
}

// Select is the select statement with these cases. For a receiving one recv is what was received and recvOK whether the
// channel was open.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	words := make([]caseWords, len(cases))
	defaultCase := -1
	for i, c := range cases {
		switch c.Dir {
		default:
			panic("reflect.Select: invalid Dir")
		case SelectDefault:
			if defaultCase >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			defaultCase = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
		case SelectSend:
			if !c.Chan.IsValid() {
				break
			}
			c.Chan.mustBeChan("unknown method")
			if ChanDir(c.Chan.typ_.Direction())&SendDir == 0 {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			words[i].channel = c.Chan.word()
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			c.Send.mustBeExported("unknown method")
			x := c.Send.assignTo("reflect.Select", c.Chan.typ_.Elem(), nil)
			words[i].elem = x.ptr
			if x.flag&flagIndir == 0 {
				words[i].elem = unsafe.Pointer(&x.ptr)
			}
			words[i].sends = 1
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if !c.Chan.IsValid() {
				break
			}
			c.Chan.mustBeChan("unknown method")
			if ChanDir(c.Chan.typ_.Direction())&RecvDir == 0 {
				panic("reflect.Select: RecvDir case using send-only channel")
			}
			words[i].channel = c.Chan.word()
			words[i].elem = newObject(c.Chan.typ_.Elem())
		}
	}
	chosen, recvOK = selectCase(words, defaultCase < 0)
	if chosen < 0 {
		return defaultCase, Value{}, false
	}
	if words[chosen].sends == 0 {
		elem := cases[chosen].Chan.typ_.Elem()
		p := words[chosen].elem
		if elem.IsDirect() {
			recv = Value{elem, *(*unsafe.Pointer)(p), flag(elem.Kind())}
		} else {
			recv = Value{elem, p, flag(elem.Kind()) | flagIndir}
		}
	}
	return chosen, recv, recvOK && words[chosen].sends == 0
}

func makeChan(t *vm.Type, n int) unsafe.Pointer

//go:noescape
func chanLen(c unsafe.Pointer) int

//go:noescape
func chanCap(c unsafe.Pointer) int

//go:noescape
func chanClose(c unsafe.Pointer)

// chanSend sends what lies at p; without waiting it may say false.
//
//go:noescape
func chanSend(c, p unsafe.Pointer, wait bool) bool

// chanReceive receives to p; ok is false of a closed channel, done if it did not wait.
//
//go:noescape
func chanReceive(c, p unsafe.Pointer, wait bool) (ok, done bool)

// selectCase runs one of the cases and returns its index; without waiting it may be -1.
//
//go:noescape
func selectCase(cases []caseWords, wait bool) (chosen int, ok bool)
