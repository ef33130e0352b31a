package debug

import (
	"os"
	"syscall"
)

// SetMaxStack sets how many bytes the stack of a goroutine may have and returns the old limit.
func SetMaxStack(bytes int) int

// SetTraceback sets how much is shown of a program that dies, in the words of GOTRACEBACK; less than that variable says is
// not set.
func SetTraceback(level string)

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

func setDeathCopy(fd int) (old int)
func heapDump() []byte
