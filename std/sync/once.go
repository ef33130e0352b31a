package sync

// Once runs a function once.
type Once struct {
	_    noCopy
	done uint32
	m    Mutex
}

// Do runs f if Do was never called before; all calls return after it has run.
func (o *Once) Do(f func()) {
	if o.done == 0 {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer func() { o.done = 1 }()
		f()
	}
}

// OnceFunc returns a function that runs f the first time; if f panics, so do all calls.
func OnceFunc(f func()) func() {
	// One variable, one object.
	var d struct {
		f     func()
		once  Once
		ended bool
		p     any
	}
	d.f = f
	return func() {
		d.once.Do(func() {
			defer func() {
				d.f = nil
				d.p = recover()
				if !d.ended {
					panic(d.p) // the first call has f's stack
				}
			}()
			d.f()
			d.ended = true
		})
		if !d.ended {
			panic(d.p)
		}
	}
}

// OnceValue returns a function that returns what f returned the first time; if f panics, so do all calls.
func OnceValue[T any](f func() T) func() T {
	var d struct {
		f      func() T
		once   Once
		ended  bool
		p      any
		result T
	}
	d.f = f
	return func() T {
		d.once.Do(func() {
			defer func() {
				d.f = nil
				d.p = recover()
				if !d.ended {
					panic(d.p)
				}
			}()
			d.result = d.f()
			d.ended = true
		})
		if !d.ended {
			panic(d.p)
		}
		return d.result
	}
}

// OnceValues returns a function that returns what f returned the first time; if f panics, so do all calls.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var d struct {
		f     func() (T1, T2)
		once  Once
		ended bool
		p     any
		r1    T1
		r2    T2
	}
	d.f = f
	return func() (T1, T2) {
		d.once.Do(func() {
			defer func() {
				d.f = nil
				d.p = recover()
				if !d.ended {
					panic(d.p)
				}
			}()
			d.r1, d.r2 = d.f()
			d.ended = true
		})
		if !d.ended {
			panic(d.p)
		}
		return d.r1, d.r2
	}
}
