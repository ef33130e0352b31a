package syscall

import (
	"internal/sys"
	"unsafe"
)

// Getpid returns the number of the process.
func Getpid() (pid int) { return sys.Getpid() }

// Getppid returns the number of the process that started this one.
func Getppid() (ppid int) { return sys.Getppid() }

// Getuid returns the user.
func Getuid() (uid int) { return sys.Getuid() }

// Geteuid returns the effective user.
func Geteuid() (euid int) { return sys.Geteuid() }

// Getgid returns the group.
func Getgid() (gid int) { return sys.Getgid() }

// Getegid returns the effective group.
func Getegid() (egid int) { return sys.Getegid() }

// Getgroups returns all groups of the user.
func Getgroups() (gids []int, err error) {
	n, errno := sys.Getgroups(nil)
	if n == 0 || errno != 0 {
		return nil, result(errno)
	}
	groups := make([]uint32, n)
	if n, errno = sys.Getgroups(groups); errno != 0 {
		return nil, Errno(errno)
	}
	gids = make([]int, n)
	for i, g := range groups[:n] {
		gids[i] = int(g)
	}
	return gids, nil
}

// Getpagesize returns the bytes of a page of memory.
func Getpagesize() int { return 4096 }

// Umask sets the permissions that new files do not get.
func Umask(mask int) (oldmask int) { return sys.Umask(mask) }

// Exit ends the program.
func Exit(code int) { sys.Exit(code) }

// Kill sends a signal to a process.
func Kill(pid int, sig Signal) (err error) { return result(sys.Kill(pid, int(sig))) }

// Utsname is the names of the system.
type Utsname struct {
	Sysname    [65]int8
	Nodename   [65]int8
	Release    [65]int8
	Version    [65]int8
	Machine    [65]int8
	Domainname [65]int8
}

// Uname fills in the names of the system.
func Uname(buf *Utsname) (err error) { return result(sys.Uname(unsafe.Pointer(buf))) }

// Rusage is what a process has used.
type Rusage struct {
	Utime    Timeval
	Stime    Timeval
	Maxrss   int64
	Ixrss    int64
	Idrss    int64
	Isrss    int64
	Minflt   int64
	Majflt   int64
	Nswap    int64
	Inblock  int64
	Oublock  int64
	Msgsnd   int64
	Msgrcv   int64
	Nsignals int64
	Nvcsw    int64
	Nivcsw   int64
}

// WaitStatus says how a process ended.
type WaitStatus uint32

// Exited says whether the process ended by itself.
func (w WaitStatus) Exited() bool { return w&0x7f == 0 }

// Signaled says whether a signal ended it.
func (w WaitStatus) Signaled() bool { return w&0x7f != 0x7f && w&0x7f != 0 }

// Stopped says whether a signal stopped it.
func (w WaitStatus) Stopped() bool { return w&0xff == 0x7f }

// Continued says whether it goes on after a stop.
func (w WaitStatus) Continued() bool { return w == 0xffff }

// CoreDump says whether its memory was written.
func (w WaitStatus) CoreDump() bool { return w.Signaled() && w&0x80 != 0 }

// ExitStatus returns its exit code, -1 if it has not ended by itself.
func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w>>8) & 0xff
}

// Signal returns what ended it, -1 if no signal.
func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & 0x7f)
}

// StopSignal returns what stopped it, -1 if no signal.
func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w>>8) & 0xff
}

// TrapCause returns the event of a traced process, -1 if there is none.
func (w WaitStatus) TrapCause() int {
	if w.StopSignal() != SIGTRAP {
		return -1
	}
	return int(w>>8) >> 8
}

// Wait4 waits for a process.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	var status int32
	wpid, errno := sys.Wait4(pid, &status, options, unsafe.Pointer(rusage))
	if wstatus != nil {
		*wstatus = WaitStatus(status)
	}
	return wpid, result(errno)
}

// SysProcAttr says how a process starts; none can be started.
type SysProcAttr struct {
	Chroot  string
	Setsid  bool
	Setpgid bool
	Pgid    int
}
