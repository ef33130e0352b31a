// run
// Texts of months, weekdays and times, and a context that ends for a reason.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	for m := time.Month(-1); m <= 13; m++ {
		fmt.Print(m.String(), " ")
	}
	fmt.Println()
	for d := time.Weekday(-1); d <= 7; d++ {
		fmt.Print(d.String(), " ")
	}
	fmt.Println()
	zone := time.FixedZone("X", -3*3600-1800)
	for _, t := range []time.Time{{}, time.Unix(0, 0).UTC(), time.Date(2024, 2, 29, 23, 59, 59, 123456789, zone), time.Date(-5, 1, 1, 0, 0, 0, 1, time.UTC), time.Date(12024, 12, 31, 0, 0, 0, 500, zone)} {
		fmt.Println(t.String(), t.GoString())
	}
	ctx, cancel := context.WithDeadlineCause(context.Background(), time.Unix(0, 0), errors.New("too old"))
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
}

// Output:
// %!Month(18446744073709551615) %!Month(0) January February March April May June July August September October November December %!Month(13)
// %!Weekday(18446744073709551615) Sunday Monday Tuesday Wednesday Thursday Friday Saturday %!Weekday(7)
// 0001-01-01 00:00:00 +0000 UTC time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)
// 1970-01-01 00:00:00 +0000 UTC time.Date(1970, time.January, 1, 0, 0, 0, 0, time.UTC)
// 2024-02-29 23:59:59.123456789 -0330 X time.Date(2024, time.February, 29, 23, 59, 59, 123456789, time.Location("X"))
// -0005-01-01 00:00:00.000000001 +0000 UTC time.Date(-5, time.January, 1, 0, 0, 0, 1, time.UTC)
// 12024-12-31 00:00:00.0000005 -0330 X time.Date(12024, time.December, 31, 0, 0, 0, 500, time.Location("X"))
// context deadline exceeded too old
