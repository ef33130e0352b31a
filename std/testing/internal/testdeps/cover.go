package testdeps

import (
	"bufio"
	"fmt"
	"os"
)

// Cover is what `govm test -cover` counts.
type Cover struct {
	Mode      string // set, count or atomic; empty: nothing is counted
	Packages  string // " in PATTERNS" of -coverpkg
	Functions int
	Files     []CoverFile
	Counts    []uint64 // how often each block was entered
}

// CoverFile is a file with its blocks, in the order of profiles.
type CoverFile struct {
	Name   string
	Blocks []CoverBlock
}

// CoverBlock is a run of statements; its lines and columns begin with 1.
type CoverBlock struct {
	Line0, Col0, Line1, Col1 int
	Statements               int
	Count                    int // its place in Counts
}

// CoverMode returns what blocks are counted for.
func (d TestDeps) CoverMode() string { return d.Cover.Mode }

// Coverage returns the share of counters that are not zero. Go counts three more for each function, whether it is entered or not.
func (d TestDeps) Coverage() float64 {
	const words = 3
	entered := 0
	for _, n := range d.Cover.Counts {
		if n != 0 {
			entered++
		}
	}
	return float64(entered) / float64(max(len(d.Cover.Counts)+words*d.Cover.Functions, 1))
}

// ReportCoverage prints the share of statements that were executed and writes the profile, if that has a name.
func (d TestDeps) ReportCoverage(profile string) error {
	covered, all := 0, 0
	for _, file := range d.Cover.Files {
		for _, block := range file.Blocks {
			all += block.Statements
			if d.Cover.Counts[block.Count] != 0 {
				covered += block.Statements
			}
		}
	}
	if all > 0 {
		fmt.Printf("coverage: %.1f%% of statements%s\n", 100*float64(covered)/float64(all), d.Cover.Packages)
	} else {
		fmt.Println("coverage: [no statements]")
	}
	if profile == "" {
		return nil
	}
	f, err := os.Create(profile)
	if err != nil {
		return err
	}
	d.writeProfile(f)
	return f.Close()
}

func (d TestDeps) writeProfile(f *os.File) {
	w := bufio.NewWriter(f)
	defer w.Flush()
	fmt.Fprintf(w, "mode: %s\n", d.Cover.Mode)
	for _, file := range d.Cover.Files {
		for _, block := range file.Blocks {
			count := uint32(d.Cover.Counts[block.Count])
			if d.Cover.Mode == "set" {
				count = min(count, 1)
			}
			fmt.Fprintf(w, "%s:%d.%d,%d.%d %d %d\n", file.Name, block.Line0, block.Col0, block.Line1, block.Col1, block.Statements, count)
		}
	}
}
