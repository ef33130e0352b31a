// run
// Every function of the package at least once, away from the clock where it matters.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

type inside struct {
	at time.Time
}

func main() {
	os.Setenv("TZ", ":America/New_York")
	at := time.Date(2024, time.March, 10, 1, 59, 59, 5e8, time.Local)
	fmt.Println(at, at.Add(time.Second), at.Location(), time.UTC, time.Local)
	fmt.Println(at.AddDate(0, 0, 1), at.AddDate(-1, -13, 400), at.IsDST(), at.Add(time.Hour).IsDST())
	fmt.Println(at.ZoneBounds())
	fmt.Println(at.Zone())
	fmt.Println(at.Clock())
	fmt.Println(at.Date())
	fmt.Println(at.ISOWeek())
	fmt.Println(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), at.Second(), at.Nanosecond(), at.YearDay(), at.Weekday())
	fmt.Println(at.Unix(), at.UnixMilli(), at.UnixMicro(), at.UnixNano())
	fmt.Println(time.Unix(-5, -1).UTC(), time.UnixMilli(-1).UTC(), time.UnixMicro(1234567).UTC(), time.Unix(1<<40, 5e9).Local())
	fmt.Println(at.UTC().Equal(at), at.UTC() == at, at.Compare(at.Add(1)), at.Before(at.Add(1)), at.After(at.Add(1)), at.Compare(at))
	fmt.Println(time.Time{}, time.Time{}.IsZero(), at.IsZero(), time.Time{}.Unix(), time.Time{}.Weekday())
	fmt.Printf("%v %+v %#v %#v\n", inside{}, inside{time.Unix(0, 7).UTC()}, at, at.In(time.FixedZone("a\"é", 90)))
	fmt.Println(time.Month(0), time.Month(13), time.Month(-1), time.Weekday(7), time.Weekday(-1), time.December, time.Saturday)

	for _, layout := range []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850,
		time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro,
		time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly} {
		text := at.Format(layout)
		back, err := time.Parse(layout, text)
		fmt.Println(text, back, err)
	}
	fmt.Println(string(at.AppendFormat([]byte("on "), "Monday the _2 in __2 of 2006")))
	berlin, err := time.LoadLocation("Europe/Berlin")
	fmt.Println(berlin, err)
	fmt.Println(time.ParseInLocation("2006-01-02 15:04 MST", "2024-07-01 12:00 CEST", berlin))
	fmt.Println(time.ParseInLocation(time.DateTime, "2024-10-27 02:30:00", berlin))
	for _, name := range []string{"", "Local", "No/Where", "../x", "/etc", "a\\b"} {
		fmt.Println(time.LoadLocation(name))
	}
	fmt.Println(time.LoadLocationFromTZData("x", []byte("TZif")))
	for _, zone := range []*time.Location{time.FixedZone("", 3600), time.FixedZone("", 3600), time.FixedZone("Q", -61)} {
		fmt.Printf("%q %v %v\n", zone.String(), zone == time.FixedZone("", 3600), at.In(zone))
	}

	for _, text := range []string{"2024-01-01", "2024-13-01T00:00:00Z", "2024-02-30T00:00:00Z", "2024-01-01T25:00:00Z", "x", "",
		"2024-01-01T00:00:00+25:00", "2024-01-01T00:00:00Z!", "2024-01-01T1:00:00,5Z"} {
		_, err := time.Parse(time.RFC3339, text)
		var parse *time.ParseError
		fmt.Println(err, errors.As(err, &parse))
	}
	fmt.Println(time.Parse("2006-002 Jan", "2024-061 Feb"))
	fmt.Println(time.Parse("2006-002 2", "2024-061 2"))
	fmt.Println(time.Parse("2006-002", "2023-366"))

	text, err := at.MarshalText()
	fmt.Println(string(text), err)
	json, err := at.MarshalJSON()
	fmt.Println(string(json), err)
	binary, err := at.MarshalBinary()
	fmt.Println(binary, err)
	gob, _ := at.GobEncode()
	var a, b, c, d time.Time
	fmt.Println(a.UnmarshalText(text), b.UnmarshalJSON(json), c.UnmarshalBinary(binary), d.GobDecode(gob))
	fmt.Println(a.Equal(at), b.Equal(at), c.Equal(at), d.Equal(at), b.UnmarshalJSON([]byte("null")))
	fmt.Println(b.UnmarshalJSON([]byte("5")), c.UnmarshalBinary(nil), c.UnmarshalBinary([]byte{9}), c.UnmarshalBinary([]byte{1, 2}))
	far := at.AddDate(9000, 0, 0)
	_, err = far.MarshalText()
	fmt.Println(err)
	_, err = far.AppendText(nil)
	fmt.Println(err)
	_, err = far.MarshalJSON()
	fmt.Println(err)
	_, err = at.In(time.FixedZone("", -60)).AppendBinary(nil)
	fmt.Println(err)

	fmt.Println(at.Truncate(time.Hour), at.Round(time.Hour), at.Round(7*time.Second), at.Truncate(-1))
	fmt.Println(at.Sub(time.Time{}), time.Time{}.Sub(at), at.Sub(at.Add(-90*time.Minute)))
	for _, text := range []string{"1h2m3.5s", "-1.5h", "+5us", "1µs1μs", "0", "", ".5m", "3", "4x", "9223372036854775808ns", "-9223372036854775808ns", "1.h"} {
		length, err := time.ParseDuration(text)
		fmt.Println(length, err, length.Hours(), length.Minutes(), length.Seconds(), length.Milliseconds(), length.Microseconds(), length.Nanoseconds())
		fmt.Println(length.Round(time.Minute), length.Truncate(time.Second), length.Abs(), length.String())
	}

	start := time.Now()
	time.Sleep(time.Microsecond)
	fmt.Println(time.Since(start) > 0, time.Until(start) < 0, time.Now().After(start), time.Now().Sub(start) > 0, start.Round(0) == start)
	func() {
		defer func() { fmt.Println(recover()) }()
		at.In(nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		time.Date(0, 0, 0, 0, 0, 0, 0, nil)
	}()
}

// Output:
// 2024-03-10 01:59:59.5 -0500 EST 2024-03-10 03:00:00.5 -0400 EDT America/New_York UTC America/New_York
// 2024-03-11 01:59:59.5 -0400 EDT 2023-03-17 01:59:59.5 -0400 EDT false true
// 2023-11-05 01:00:00 -0500 EST 2024-03-10 03:00:00 -0400 EDT
// EST -18000
// 1 59 59
// 2024 March 10
// 2024 10
// 2024 March 10 1 59 59 500000000 70 Sunday
// 1710053999 1710053999500 1710053999500000 1710053999500000000
// 1969-12-31 23:59:54.999999999 +0000 UTC 1969-12-31 23:59:59.999 +0000 UTC 1970-01-01 00:00:01.234567 +0000 UTC 36812-02-19 19:36:21 -0500 EST
// true false -1 true false 0
// 0001-01-01 00:00:00 +0000 UTC true false -62135596800 Monday
// {{0 0 <nil>}} {at:{wall:7 ext:62135596800 loc:<nil>}} time.Date(2024, time.March, 10, 1, 59, 59, 500000000, time.Local) time.Date(2024, time.March, 10, 7, 1, 29, 500000000, time.Location("a\"\xc3\xa9"))
// %!Month(0) %!Month(13) %!Month(18446744073709551615) %!Weekday(7) %!Weekday(18446744073709551615) December Saturday
// 03/10 01:59:59AM '24 -0500 2024-03-10 01:59:59 -0500 EST <nil>
// Sun Mar 10 01:59:59 2024 2024-03-10 01:59:59 +0000 UTC <nil>
// Sun Mar 10 01:59:59 EST 2024 2024-03-10 01:59:59 -0500 EST <nil>
// Sun Mar 10 01:59:59 -0500 2024 2024-03-10 01:59:59 -0500 EST <nil>
// 10 Mar 24 01:59 EST 2024-03-10 01:59:00 -0500 EST <nil>
// 10 Mar 24 01:59 -0500 2024-03-10 01:59:00 -0500 EST <nil>
// Sunday, 10-Mar-24 01:59:59 EST 2024-03-10 01:59:59 -0500 EST <nil>
// Sun, 10 Mar 2024 01:59:59 EST 2024-03-10 01:59:59 -0500 EST <nil>
// Sun, 10 Mar 2024 01:59:59 -0500 2024-03-10 01:59:59 -0500 EST <nil>
// 2024-03-10T01:59:59-05:00 2024-03-10 01:59:59 -0500 EST <nil>
// 2024-03-10T01:59:59.5-05:00 2024-03-10 01:59:59.5 -0500 EST <nil>
// 1:59AM 0000-01-01 01:59:00 +0000 UTC <nil>
// Mar 10 01:59:59 0000-03-10 01:59:59 +0000 UTC <nil>
// Mar 10 01:59:59.500 0000-03-10 01:59:59.5 +0000 UTC <nil>
// Mar 10 01:59:59.500000 0000-03-10 01:59:59.5 +0000 UTC <nil>
// Mar 10 01:59:59.500000000 0000-03-10 01:59:59.5 +0000 UTC <nil>
// 2024-03-10 01:59:59 2024-03-10 01:59:59 +0000 UTC <nil>
// 2024-03-10 2024-03-10 00:00:00 +0000 UTC <nil>
// 01:59:59 0000-01-01 01:59:59 +0000 UTC <nil>
// on Sunday the 10 in  70 of 2024
// Europe/Berlin <nil>
// 2024-07-01 12:00:00 +0200 CEST <nil>
// 2024-10-27 02:30:00 +0100 CET <nil>
// UTC <nil>
// America/New_York <nil>
// UTC unknown time zone No/Where
// UTC time: invalid location name
// UTC time: invalid location name
// UTC unknown time zone a\b
// UTC malformed time zone information
// "" true 2024-03-10 07:59:59.5 +0100 +0100
// "" true 2024-03-10 07:59:59.5 +0100 +0100
// "Q" false 2024-03-10 06:58:58.5 -0001 Q
// parsing time "2024-01-01" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T" true
// parsing time "2024-13-01T00:00:00Z": month out of range true
// parsing time "2024-02-30T00:00:00Z": day out of range true
// parsing time "2024-01-01T25:00:00Z": hour out of range true
// parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006" true
// parsing time "" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "2006" true
// parsing time "2024-01-01T00:00:00+25:00": time zone offset hour out of range true
// parsing time "2024-01-01T00:00:00Z!": extra text: "!" true
// <nil> false
// 0001-01-01 00:00:00 +0000 UTC parsing time "2024-061 Feb": day-of-year does not match month
// 0001-01-01 00:00:00 +0000 UTC parsing time "2024-061 2": day-of-year does not match day
// 0001-01-01 00:00:00 +0000 UTC parsing time "2023-366": day-of-year out of range
// 2024-03-10T01:59:59.5-05:00 <nil>
// "2024-03-10T01:59:59.5-05:00" <nil>
// [1 0 0 0 14 221 127 81 111 29 205 101 0 254 212] <nil>
// <nil> <nil> <nil> <nil>
// true true true true <nil>
// Time.UnmarshalJSON: input is not a JSON string Time.UnmarshalBinary: no data Time.UnmarshalBinary: unsupported version Time.UnmarshalBinary: invalid length
// Time.MarshalText: year outside of range [0,9999]
// Time.AppendText: year outside of range [0,9999]
// Time.MarshalJSON: year outside of range [0,9999]
// Time.MarshalBinary: unexpected zone offset
// 2024-03-10 01:00:00 -0500 EST 2024-03-10 03:00:00 -0400 EDT 2024-03-10 01:59:59 -0500 EST 2024-03-10 01:59:59.5 -0500 EST
// 2562047h47m16.854775807s -2562047h47m16.854775808s 1h30m0s
// 1h2m3.5s <nil> 1.0343055555555556 62.05833333333333 3723.5 3723500 3723500000 3723500000000
// 1h2m0s 1h2m3s 1h2m3.5s 1h2m3.5s
// -1h30m0s <nil> -1.5 -90 -5400 -5400000 -5400000000 -5400000000000
// -1h30m0s -1h30m0s 1h30m0s -1h30m0s
// 5µs <nil> 1.388888888888889e-09 8.333333333333334e-08 5e-06 0 5 5000
// 0s 0s 5µs 5µs
// 2µs <nil> 5.555555555555555e-10 3.3333333333333334e-08 2e-06 0 2 2000
// 0s 0s 2µs 2µs
// 0s <nil> 0 0 0 0 0 0
// 0s 0s 0s 0s
// 0s time: invalid duration "" 0 0 0 0 0 0
// 0s 0s 0s 0s
// 30s <nil> 0.008333333333333333 0.5 30 30000 30000000 30000000000
// 1m0s 30s 30s 30s
// 0s time: missing unit in duration "3" 0 0 0 0 0 0
// 0s 0s 0s 0s
// 0s time: unknown unit "x" in duration "4x" 0 0 0 0 0 0
// 0s 0s 0s 0s
// 0s time: invalid duration "9223372036854775808ns" 0 0 0 0 0 0
// 0s 0s 0s 0s
// -2562047h47m16.854775808s <nil> -2.5620477880152157e+06 -1.5372286728091294e+08 -9.223372036854776e+09 -9223372036854 -9223372036854775 -9223372036854775808
// -2562047h47m0s -2562047h47m16s 2562047h47m16.854775807s -2562047h47m16.854775808s
// 1h0m0s <nil> 1 60 3600 3600000 3600000000 3600000000000
// 1h0m0s 1h0m0s 1h0m0s 1h0m0s
// true true true true false
// time: missing Location in call to Time.In
// time: missing Location in call to Date
