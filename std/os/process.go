package os

import (
	"errors"
	"internal/sys"
	"strconv"
	"syscall"
	"time"
)

// Args holds the program's name and arguments.
var Args = arguments()

func arguments() []string {
	var args []string
	for i := 0; ; i++ {
		arg, ok := sys.Argument(i)
		if !ok {
			return args
		}
		args = append(args, arg)
	}
}

// Exit ends the program at once with the code; deferred calls do not run. A test that ends its run well so would hide the tests behind it.
func Exit(code int) {
	if code == 0 && sys.PanicOnExit0 {
		panic("unexpected call to os.Exit(0) during test")
	}
	sys.Exit(code)
}

// Getpid returns the number of the process.
func Getpid() int { return sys.Getpid() }

// Getppid returns the number of the process that started this one.
func Getppid() int { return sys.Getppid() }

// Getuid returns the user.
func Getuid() int { return sys.Getuid() }

// Geteuid returns the effective user.
func Geteuid() int { return sys.Geteuid() }

// Getgid returns the group.
func Getgid() int { return sys.Getgid() }

// Getegid returns the effective group.
func Getegid() int { return sys.Getegid() }

// Getgroups returns all groups of the user.
func Getgroups() ([]int, error) {
	groups, err := syscall.Getgroups()
	return groups, NewSyscallError("getgroups", err)
}

// Getpagesize returns the bytes of a page of memory.
func Getpagesize() int { return syscall.Getpagesize() }

// Hostname returns the name of the machine.
func Hostname() (name string, err error) {
	var names syscall.Utsname
	if err := syscall.Uname(&names); err != nil {
		return "", NewSyscallError("uname", err)
	}
	b := make([]byte, 0, len(names.Nodename))
	for _, c := range names.Nodename {
		if c == 0 {
			break
		}
		b = append(b, byte(c))
	}
	return string(b), nil
}

// Executable returns the path of the program that runs: govm.
func Executable() (string, error) {
	const deleted = " (deleted)"
	path, err := Readlink("/proc/self/exe")
	if n := len(path) - len(deleted); n >= 0 && path[n:] == deleted {
		path = path[:n]
	}
	return path, err
}

// Signal is a signal of the system.
type Signal interface {
	String() string
	Signal() // tells signals from other Stringers
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// What methods of Process return.
var (
	ErrProcessDone = errors.New("os: process already finished")
	ErrNoHandle    = errors.New("os: process handle unavailable")

	errProcessReleased = errors.New("os: process already released")
)

// Process is a process of the system.
type Process struct {
	Pid  int
	done bool
}

// ProcAttr says how a process starts.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   *syscall.SysProcAttr
}

// StartProcess starts no process: govm runs one program.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	return nil, &PathError{Op: "fork/exec", Path: name, Err: errors.New("not supported by govm: starting processes")}
}

// FindProcess returns a process, whether or not there is one of that number.
func FindProcess(pid int) (*Process, error) {
	return &Process{pid, sys.Kill(pid, 0) == int(syscall.ESRCH)}, nil
}

// Kill ends the process at once.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Signal sends a signal to the process.
func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	switch {
	case !ok:
		return errors.New("os: unsupported signal type")
	case p.done:
		return ErrProcessDone
	case p.Pid == -1:
		return errProcessReleased
	case p.Pid == 0:
		return errors.New("os: process not initialized")
	}
	switch errno := syscall.Errno(sys.Kill(p.Pid, int(s))); errno {
	case 0:
		return nil
	case syscall.ESRCH:
		return ErrProcessDone
	default:
		return errno
	}
}

// Release forgets the process.
func (p *Process) Release() error {
	p.Pid = -1
	return nil
}

// Wait waits for the end of the process.
func (p *Process) Wait() (*ProcessState, error) {
	if p.Pid == -1 {
		return nil, syscall.EINVAL
	}
	s := &ProcessState{usage: new(syscall.Rusage)}
	pid, err := syscall.Wait4(p.Pid, &s.status, 0, s.usage)
	if err != nil {
		return nil, NewSyscallError("waitid", err)
	}
	s.pid = pid
	p.done = true
	return s, nil
}

// WithHandle calls f with a handle of the process; there are none.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

// ProcessState says how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	usage  *syscall.Rusage
}

// Pid returns the number of the process.
func (p *ProcessState) Pid() int { return p.pid }

// Exited says whether the process ended by itself.
func (p *ProcessState) Exited() bool { return p.status.Exited() }

// Success says whether it ended with code 0.
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }

// Sys returns the syscall.WaitStatus.
func (p *ProcessState) Sys() any { return p.status }

// SysUsage returns the *syscall.Rusage.
func (p *ProcessState) SysUsage() any { return p.usage }

// UserTime returns the processor time of the program.
func (p *ProcessState) UserTime() time.Duration { return time.Duration(p.usage.Utime.Nano()) }

// SystemTime returns the processor time of the system on its behalf.
func (p *ProcessState) SystemTime() time.Duration { return time.Duration(p.usage.Stime.Nano()) }

// ExitCode returns the exit code, -1 if a signal ended it.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

// String says how the process ended.
func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	s := ""
	switch w := p.status; {
	case w.Exited():
		s = "exit status " + strconv.Itoa(w.ExitStatus())
	case w.Signaled():
		s = "signal: " + w.Signal().String()
	case w.Stopped():
		s = "stop signal: " + w.StopSignal().String()
		if cause := w.TrapCause(); w.StopSignal() == syscall.SIGTRAP && cause != 0 {
			s += " (trap " + strconv.Itoa(cause) + ")"
		}
	case w.Continued():
		s = "continued"
	}
	if p.status.CoreDump() {
		s += " (core dumped)"
	}
	return s
}
