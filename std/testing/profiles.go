package testing

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// inOutputDir returns where a file lies that a flag names.
func inOutputDir(path string) string {
	if *outputDir == "" || path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(*outputDir, path)
}

// startProfiles begins what the flags ask for.
func (m *M) startProfiles() {
	if *memProfileRate > 0 {
		runtime.MemProfileRate = *memProfileRate
	}
	if *cpuProfile != "" {
		m.startCPUProfile()
	}
	if *blockProfile != "" && *blockRate >= 0 {
		runtime.SetBlockProfileRate(*blockRate)
	}
	if *mutexProfile != "" && *mutexFraction >= 0 {
		runtime.SetMutexProfileFraction(*mutexFraction)
	}
}

func (m *M) startCPUProfile() {
	f, err := os.Create(inOutputDir(*cpuProfile))
	if err != nil {
		fmt.Fprintf(os.Stderr, "testing: %s\n", err)
		return
	}
	if err := m.deps.StartCPUProfile(f); err != nil {
		fmt.Fprintf(os.Stderr, "testing: can't start cpu profile: %s\n", err)
		f.Close()
	}
}

// writeProfiles ends them and writes those that are written as a whole.
func (m *M) writeProfiles() {
	if *cpuProfile != "" {
		m.deps.StopCPUProfile()
	}
	if *blockRate >= 0 {
		m.writeProfile("block", *blockProfile)
	}
	if *mutexFraction >= 0 {
		m.writeProfile("mutex", *mutexProfile)
	}
}

func (m *M) writeProfile(name, path string) {
	if path == "" {
		return
	}
	f, err := os.Create(inOutputDir(path))
	if err != nil {
		fmt.Fprintf(os.Stderr, "testing: %s\n", err)
		os.Exit(2)
	}
	defer f.Close()
	if err := m.deps.WriteProfileTo(name, f, 0); err != nil {
		fmt.Fprintf(os.Stderr, "testing: can't write %s: %s\n", path, err)
		os.Exit(2)
	}
}
