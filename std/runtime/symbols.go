package runtime

// Func is a function of the program. It lies outside of the heap.
type Func struct {
	opaque struct{}
}

// Frame is a call on a stack; inlined calls have frames too.
type Frame struct {
	PC       uintptr
	Func     *Func // nil if the call was inlined
	Function string
	File     string
	Line     int

	startLine int
	Entry     uintptr // of the function; 0 if the call was inlined
	_         [2]uintptr
}

// Frames goes through what Callers gave.
type Frames struct {
	callers []uintptr
	nextPC  uintptr
	frames  []Frame
	store   [2]Frame
}

// Callers fills pc with the program counters of the calls on the stack and returns their number; skip 0 begins
// with Callers itself.
func Callers(skip int, pc []uintptr) int {
	if len(pc) == 0 {
		return 0
	}
	return callers(skip, pc)
}

// CallersFrames returns the frames of program counters that came from Callers.
func CallersFrames(callers []uintptr) *Frames {
	return &Frames{callers: callers}
}

// Next returns the next frame and whether there are more behind it; the zero Frame if there is none.
func (ci *Frames) Next() (frame Frame, more bool) {
	for len(ci.callers) > 0 {
		pc := ci.callers[0]
		ci.callers = ci.callers[1:]
		function, file, line, entry, inlined := place(pc)
		if function == "" {
			continue
		}
		frame.PC = pc
		frame.Function = function
		frame.File = file
		frame.Line = line
		if !inlined {
			frame.Func = FuncForPC(pc)
			frame.Entry = entry
		}
		return frame, len(ci.callers) > 0
	}
	return
}

// Caller returns where the call stands that is skip calls above the caller of Caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	pcs := make([]uintptr, 1)
	if callers(skip+1, pcs) == 0 {
		return
	}
	frame, _ := CallersFrames(pcs).Next()
	return frame.PC, frame.File, frame.Line, frame.PC != 0
}

// FuncForPC returns the function, perhaps an inlined one, that pc is in; nil if there is none.
func FuncForPC(pc uintptr) *Func

// Name returns the function's qualified name.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name()
}

// Entry returns where the function's code begins.
func (f *Func) Entry() uintptr {
	_ = *f
	return f.entry()
}

// FileLine returns the place of pc.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	function, file, line, _, _ := place(pc)
	if function == "" {
		return "?", 0
	}
	return file, line
}

// Stack writes the stack of the goroutine, or of all, into buf and returns the bytes written.
func Stack(buf []byte, all bool) int

//go:noescape
func callers(skip int, pc []uintptr) int

//go:noescape
func (f *Func) name() string

//go:noescape
func (f *Func) entry() uintptr
func place(pc uintptr) (function, file string, line int, entry uintptr, inlined bool)
