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
	var s struct {
		f     func()
		once  Once
		ended bool
		p     any
	}
	s.f = f
	return func() {
		s.once.Do(func() {
			defer func() {
				s.f = nil
				s.p = recover()
				if !s.ended {
					panic(s.p) // the first call has f's stack
				}
			}()
			s.f()
			s.ended = true
		})
		if !s.ended {
			panic(s.p)
		}
	}
}

// OnceValue returns a function that returns what f returned the first time; if f panics, so do all calls.
func OnceValue[T any](f func() T) func() T {
	var s struct {
		f      func() T
		once   Once
		ended  bool
		p      any
		result T
	}
	s.f = f
	return func() T {
		s.once.Do(func() {
			defer func() {
				s.f = nil
				s.p = recover()
				if !s.ended {
					panic(s.p)
				}
			}()
			s.result = s.f()
			s.ended = true
		})
		if !s.ended {
			panic(s.p)
		}
		return s.result
	}
}

// OnceValues returns a function that returns what f returned the first time; if f panics, so do all calls.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var s struct {
		f     func() (T1, T2)
		once  Once
		ended bool
		p     any
		r1    T1
		r2    T2
	}
	s.f = f
	return func() (T1, T2) {
		s.once.Do(func() {
			defer func() {
				s.f = nil
				s.p = recover()
				if !s.ended {
					panic(s.p)
				}
			}()
			s.r1, s.r2 = s.f()
			s.ended = true
		})
		if !s.ended {
			panic(s.p)
		}
		return s.r1, s.r2
	}
}
