// run
// A marker has no size, and no other type converts to it.
package main

import (
	"fmt"
	"structs"
	"unsafe"
)

type header struct {
	_    structs.HostLayout
	Size uint32
	Kind uint8
}

func main() {
	h := header{Size: 1, Kind: 2}
	fmt.Println(unsafe.Sizeof(h), unsafe.Sizeof(structs.HostLayout{}), unsafe.Offsetof(h.Size))
	fmt.Printf("%+v %T\n", h, structs.HostLayout{})
}

// Output:
// 8 0 0
// {_:{_:{}} Size:1 Kind:2} structs.HostLayout
