// Internal packages of std are there, but not for everybody.
package main

import (
	"internal/bytealg"
	"internal/abi"
	"crypto/internal/fips140/aes"
)

func main() {
	_, _, _ = bytealg.MaxLen, abi.FuncPCABI0, aes.New
}
