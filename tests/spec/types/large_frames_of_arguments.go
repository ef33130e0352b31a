// errorcheck
// Arguments and results that are no registers lie in the frame, which has less than 1 GiB.
package main

type huge [1 << 30]byte

func a(x huge) {} // ERROR `stack frame too large \(>1GB\): 0 MB locals \+ 1024 MB args`
func b() (x huge) { return } // ERROR `stack frame too large \(>1GB\): 0 MB locals \+ 1024 MB args`
func (x huge) c() {} // ERROR `stack frame too large \(>1GB\): 0 MB locals \+ 1024 MB args`
func near(x *huge, y [1 << 20]byte) {}

func main() {
	func(x, y [1 << 29]byte) {}([1 << 29]byte{}, [1 << 29]byte{}) // ERROR `stack frame too large \(>1GB\): 0 MB locals \+ 1024 MB args`
}
