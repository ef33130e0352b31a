package tar

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Keys of PAX records that say what fields of a header say.
const (
	keyNone     = "" // of what no record can say
	keyPath     = "path"
	keyLinkpath = "linkpath"
	keySize     = "size"
	keyUid      = "uid"
	keyGid      = "gid"
	keyUname    = "uname"
	keyGname    = "gname"
	keyMtime    = "mtime"
	keyAtime    = "atime"
	keyCtime    = "ctime"
	keyXattr    = "SCHILY.xattr." // and the attribute's name
)

// Keys of sparse files.
const (
	keySparse       = "GNU.sparse." // all begin with it
	keySparseMajor  = "GNU.sparse.major"
	keySparseMinor  = "GNU.sparse.minor"
	keySparseName   = "GNU.sparse.name"
	keySparseSize   = "GNU.sparse.size"
	keySparseReal   = "GNU.sparse.realsize"
	keySparseCount  = "GNU.sparse.numblocks"
	keySparseOffset = "GNU.sparse.offset"
	keySparseBytes  = "GNU.sparse.numbytes"
	keySparseMap    = "GNU.sparse.map"
)

// isField says whether the header has a field for a key.
func isField(key string) bool {
	switch key {
	case keyPath, keyLinkpath, keySize, keyUid, keyGid, keyUname, keyGname, keyMtime, keyAtime, keyCtime:
		return true
	}
	return false
}

func isRecord(key, value string) bool {
	if key == "" || strings.Contains(key, "=") {
		return false
	}
	switch key {
	case keyPath, keyLinkpath, keyUname, keyGname:
		return !strings.Contains(value, "\x00")
	}
	return !strings.Contains(key, "\x00")
}

// cutRecord takes the first record off: its length in decimal digits, a space, key=value and a newline, all of them counted.
func cutRecord(s string) (key, value, rest string, ok bool) {
	digits, behind, found := strings.Cut(s, " ")
	n, err := strconv.Atoi(digits)
	if !found || err != nil || n < 5 || n > len(s) {
		return "", "", s, false
	}
	n -= len(digits) + 1
	if n <= 0 || behind[n-1] != '\n' {
		return "", "", s, false
	}
	key, value, found = strings.Cut(behind[:n-1], "=")
	if !found || !isRecord(key, value) {
		return "", "", s, false
	}
	return key, value, behind[n:], true
}

// record is what cutRecord reads.
func record(key, value string) string {
	rest := " " + key + "=" + value + "\n"
	n := len(rest)
	// The digits count themselves.
	for n != len(rest)+len(strconv.Itoa(n)) {
		n = len(rest) + len(strconv.Itoa(n))
	}
	return strconv.Itoa(n) + rest
}

// parseTime reads seconds with a fraction, of which nine digits count.
func parseTime(s string) (time.Time, bool) {
	whole, fraction, _ := strings.Cut(s, ".")
	seconds, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return time.Time{}, false
	}
	var nanoseconds int64
	unit := int64(time.Second)
	for i := range len(fraction) {
		c := fraction[i]
		if c < '0' || c > '9' {
			return time.Time{}, false
		}
		unit /= 10
		nanoseconds += int64(c-'0') * unit
	}
	if whole[0] == '-' {
		nanoseconds = -nanoseconds
	}
	return time.Unix(seconds, nanoseconds), true
}

func formatTime(t time.Time) string {
	seconds, nanoseconds := t.Unix(), int64(t.Nanosecond())
	if nanoseconds == 0 {
		return strconv.FormatInt(seconds, 10)
	}
	sign := ""
	if seconds < 0 {
		// The nanoseconds count upwards, the digits away from zero.
		sign, seconds, nanoseconds = "-", -(seconds + 1), int64(time.Second)-nanoseconds
	}
	return strings.TrimRight(fmt.Sprintf("%s%d.%09d", sign, seconds, nanoseconds), "0")
}
