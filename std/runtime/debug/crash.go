package debug

import (
	"os"
	"strconv"
	"syscall"
)

// SetMaxStack sets how many bytes the stack of a goroutine may have and returns the old limit.
func SetMaxStack(bytes int) int

// SetTraceback sets how much is shown of a program that dies, in the words of GOTRACEBACK; less than that variable says is
// not set. "crash" is "system" here: there is no core to dump.
func SetTraceback(level string) {
	traces, all := parseLevel(level)
	asked, askedAll := parseLevel(os.Getenv("GOTRACEBACK"))
	setDeathTraces(traces || asked, all || askedAll)
}

func parseLevel(level string) (traces, all bool) {
	switch level {
	case "none":
		return false, false
	case "single", "":
		return true, false
	case "all", "system", "crash", "wer":
		return true, true
	}
	n, err := strconv.ParseUint(level, 10, 32)
	return err == nil && n > 0, true
}

// CrashOptions is for what may come.
type CrashOptions struct{}

// SetCrashOutput has what a dying program says written to f too; nil ends that.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	fd := -1
	if f != nil {
		var err error
		if fd, err = syscall.Dup(int(f.Fd())); err != nil {
			return err
		}
	}
	if old := setDeathCopy(fd); old >= 0 {
		syscall.Close(old)
	}
	return nil
}

// WriteHeapDump writes all objects of the heap to a file descriptor.
func WriteHeapDump(fd uintptr) {
	for dump := heapDump(); len(dump) > 0; {
		n, err := syscall.Write(int(fd), dump)
		if err != nil {
			return
		}
		dump = dump[n:]
	}
}

func setDeathTraces(traces, all bool)
func setDeathCopy(fd int) (old int)
func heapDump() []byte
