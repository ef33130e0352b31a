// run
// Random layouts and times: what Format writes, what Parse makes of it and of texts that were changed, and every error.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"time"
)

const rounds = 100 // in bulk: 40000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var pieces = []string{"2006", "06", "01", "1", "Jan", "January", "02", "2", "_2", "002", "__2", "Mon", "Monday", "15", "03", "3", "04", "4", "05", "5", "PM", "pm",
	"-0700", "-07:00", "-07", "-070000", "-07:00:00", "Z0700", "Z07:00", "Z07", "Z070000", "Z07:00:00", "MST", ".000", ",000000", ".999", ",999999999", ".0", ".00x", ".9 ", ".", ",",
	" ", "-", "/", ":", "T", "_", "__", "x", "0", "7", "é", "Janet", "Monk", "2007", "_2006", "05.000", "05,999", "15:04:05.000000", "MSTX", "GMT+3", "Z", "\n"}

var layouts = []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano,
	time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly}

var zones = []*time.Location{time.UTC, time.FixedZone("CET", 3600), time.FixedZone("", -5*3600-1800), time.FixedZone("XYZ", 3723), time.FixedZone("-03", -3*3600), time.FixedZone("GMT+2", 7200), time.FixedZone("ABCDE", -60)}

var durations = []string{"1h", "2m3s", "1.5h", "-3ms", "+7us", "8µs", "9μs", "1ns", ".5s", "5.s", ".s", "", "0", "-", "1", "1x", "1hh", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "3000000h", "0.000000000000000000001h", "1h1h", " 1h", "1h ", "1e3s"}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := range rounds {
		layout := layouts[random(len(layouts))]
		if i%2 == 0 {
			layout = ""
			for range 1 + random(7) {
				layout += pieces[random(len(pieces))]
			}
		}
		var t time.Time
		switch random(3) {
		case 0:
			t = time.Unix(int64(random(1<<31))-1<<30, int64(random(1e9)))
		case 1:
			t = time.Date(random(12000)-1000, time.Month(random(14)), random(33), random(25), random(61), random(61), []int{0, 1e6 * random(1000), random(1e9)}[random(3)], time.UTC)
		case 2:
			t = time.Date(2000+random(30), time.Month(1+random(12)), 1+random(28), random(24), random(60), random(60), 0, time.UTC)
		}
		t = t.In(zones[random(len(zones))])
		text := t.Format(layout)
		fmt.Fprintf(out, "%d %q %q\n", i, layout, text)
		u, err := time.Parse(layout, text)
		fmt.Fprintln(out, " ", u, u.Equal(t), err)
		for range 2 {
			changed := text
			at := random(len(text) + 1)
			switch random(3) {
			case 0:
				changed = text[:at] + []string{"0", "9", " ", "x", ":", "-", "+", "Z", ".", "Feb", "29", "GMT", "60", "00"}[random(14)] + text[at:]
			case 1:
				changed = text[:at] + text[min(len(text), at+1):]
			case 2:
				changed = strings.ToUpper(text)
			}
			u, err = time.ParseInLocation(layout, changed, zones[random(len(zones))])
			fmt.Fprintf(out, "  %q %v %v\n", changed, u, err)
		}
		d := time.Duration(state) >> random(64)
		round := time.Duration(1) << random(50)
		fmt.Fprintln(out, " ", d, d.Round(round), d.Truncate(round), d.Abs(), t.Round(round), t.Truncate(round), t.GoString())
		b, err := t.MarshalJSON()
		fmt.Fprintf(out, "  %s %v", b, err)
		x, err := t.MarshalBinary()
		fmt.Fprintf(out, " %x %v", x, err)
		year, week := t.ISOWeek()
		fmt.Fprintln(out, "", year, week, t.YearDay(), t.Weekday(), t.Unix(), t.UnixMilli(), t.AddDate(random(9)-4, random(50)-25, random(90)-45).Sub(t), t.Add(d).Compare(t))
		s := durations[random(len(durations))]
		if random(2) == 0 {
			s += durations[random(len(durations))]
		}
		d, err = time.ParseDuration(s)
		fmt.Fprintf(out, "  %q %v %v\n", s, int64(d), err)
	}
}
