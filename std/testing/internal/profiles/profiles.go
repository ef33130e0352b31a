// Package profiles gives testing the runtime's profiles. Main packages that `govm test` writes import it if a flag asks for one.
package profiles

import (
	"fmt"
	"io"
	"runtime/pprof"
)

// Runtime is what TestDeps asks.
type Runtime struct{}

func (Runtime) StartCPUProfile(w io.Writer) error { return pprof.StartCPUProfile(w) }
func (Runtime) StopCPUProfile()                   { pprof.StopCPUProfile() }

// WriteProfileTo writes the profile of that name.
func (Runtime) WriteProfileTo(name string, w io.Writer, debug int) error {
	p := pprof.Lookup(name)
	if p == nil {
		return fmt.Errorf("no profile %q", name)
	}
	return p.WriteTo(w, debug)
}
