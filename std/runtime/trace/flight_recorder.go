package trace

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// FlightRecorder keeps the youngest events for when they are wanted.
type FlightRecorder struct {
	age     time.Duration
	most    int // events
	enabled bool
	writing bool
}

// FlightRecorderConfig says how much is kept; zero values stand for ten seconds and 10 MiB.
type FlightRecorderConfig struct {
	MinAge   time.Duration
	MaxBytes uint64
}

// NewFlightRecorder makes a recorder, which does nothing before Start.
func NewFlightRecorder(cfg FlightRecorderConfig) *FlightRecorder {
	const eventBytes = 128
	if cfg.MinAge == 0 {
		cfg.MinAge = 10 * time.Second
	}
	if cfg.MaxBytes == 0 {
		cfg.MaxBytes = 10 << 20
	}
	return &FlightRecorder{age: cfg.MinAge, most: int(min(cfg.MaxBytes/eventBytes+1, 1<<30))}
}

// Start begins to record. There is one recorder at a time.
func (fr *FlightRecorder) Start() error {
	if fr.enabled {
		return fmt.Errorf("cannot enable a enabled flight recorder")
	}
	tracing.Lock()
	defer tracing.Unlock()
	if tracing.recorder != nil {
		return fmt.Errorf("flight recorder already enabled")
	}
	begin()
	tracing.recorder = fr
	fr.enabled = true
	return nil
}

// Stop ends the recording.
func (fr *FlightRecorder) Stop() {
	if fr.enabled {
		tracing.Lock()
		defer tracing.Unlock()
		tracing.recorder = nil
		fr.enabled = false
	}
}

// Enabled says whether it records.
func (fr *FlightRecorder) Enabled() bool { return fr.enabled }

// WriteTo writes the events that are kept.
func (fr *FlightRecorder) WriteTo(w io.Writer) (n int64, err error) {
	if !fr.enabled {
		return 0, fmt.Errorf("cannot snapshot a disabled flight recorder")
	}
	if fr.writing {
		return 0, fmt.Errorf("call to WriteTo for trace.FlightRecorder already in progress")
	}
	fr.writing = true
	defer func() { fr.writing = false }()
	tracing.Lock()
	events := slices.Clone(tracing.events)
	tracing.Unlock()
	written, err := write(w, events)
	return int64(written), err
}
