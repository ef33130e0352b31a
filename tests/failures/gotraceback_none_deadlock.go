// env: GOTRACEBACK=none
package main

import ("runtime"; "sync")

func main() {
	runtime.LockOSThread()
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	go func() { runtime.LockOSThread(); select {} }()
	runtime.Gosched()
	var w sync.WaitGroup
	w.Add(1)
	w.Wait()
}
