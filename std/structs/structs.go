// Package structs has types of fields that say something of the struct they are in.
package structs

// HostLayout, as the type of a field _, says that the struct is laid out as the platform's C compiler would.
type HostLayout struct {
	_ hostLayout // so that no other type converts to it
}

type hostLayout struct{}
