// One operation of the standard library, many times: library NAME AMOUNT. Prints a sum that depends on all results.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
)

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

// words returns a text of about n bytes: words of 1 to 8 letters, lines of 12 words.
func words(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		for range 1 + random(8) {
			b.WriteByte(byte('a' + random(6)))
		}
		if i%12 == 0 {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func numbers(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = random(1 << 30)
	}
	return s
}

type item struct {
	ID    int      `json:"id"`
	Name  string   `json:"name"`
	Price float64  `json:"price"`
	Tags  []string `json:"tags"`
	Stock bool     `json:"stock"`
}

func items(n int) []item {
	list := make([]item, n)
	for i := range list {
		list[i] = item{i, "item number " + strconv.Itoa(i), float64(random(100000)) / 100, []string{"red", "green", "\"blue\""}, i%3 == 0}
	}
	return list
}

type shown int

func (s shown) String() string { return "<" + strconv.Itoa(int(s)) + ">" }

// operations take an amount and return a sum.
var operations = map[string]func(n int) int{
	"index": func(n int) int {
		text, sum := words(100_000), 0
		for range n {
			sum += strings.Index(text, "needle") + strings.Count(text, "fade")
		}
		return sum
	},
	"split": func(n int) int {
		text, sum := words(10_000), 0
		for range n {
			sum += len(strings.Split(text, " "))
		}
		return sum
	},
	"replace": func(n int) int {
		text, sum := words(10_000), 0
		for range n {
			sum += len(strings.ReplaceAll(text, "ab", "xyz"))
		}
		return sum
	},
	"builder": func(n int) int {
		sum := 0
		for range n {
			var b strings.Builder
			for range 1000 {
				b.WriteString("some text ")
				b.WriteByte('.')
			}
			sum += b.Len()
		}
		return sum
	},
	"strconv": func(n int) int {
		sum := 0
		for i := range n {
			k, _ := strconv.Atoi(strconv.Itoa(i * 7919))
			f, _ := strconv.ParseFloat(strconv.FormatFloat(float64(i)/7, 'g', -1, 64), 64)
			sum += k + int(f)
		}
		return sum
	},
	"sprintf": func(n int) int {
		sum := 0
		for i := range n {
			sum += len(fmt.Sprintf("%d %s %5.2f %x", i, "text", float64(i)/3, i))
		}
		return sum
	},
	"stringer": func(n int) int {
		sum := 0
		for i := range n {
			sum += len(fmt.Sprintf("%v %v", shown(i), shown(-i)))
		}
		return sum
	},
	"sortints": func(n int) int {
		s := numbers(n)
		sort.Ints(s)
		return s[n/2]
	},
	"sortslice": func(n int) int {
		s := numbers(n)
		sort.Slice(s, func(i, j int) bool { return s[i] < s[j] })
		return s[n/2]
	},
	"sortfunc": func(n int) int {
		s := numbers(n)
		slices.SortFunc(s, func(a, b int) int { return cmp.Compare(b, a) })
		return s[n/2]
	},
	"scanner": func(n int) int {
		lines, sum := bufio.NewScanner(strings.NewReader(words(n))), 0
		for lines.Scan() {
			sum += len(lines.Text())
		}
		return sum
	},
	"marshal": func(n int) int {
		b, _ := json.Marshal(items(n))
		return len(b)
	},
	"unmarshal": func(n int) int {
		b, _ := json.Marshal(items(n))
		sum := 0
		for range 3 {
			var list []item
			if err := json.Unmarshal(b, &list); err != nil {
				panic(err)
			}
			sum += list[n/2].ID
		}
		return sum
	},
	"regexp": func(n int) int {
		return len(regexp.MustCompile(`\b[a-c]+(d|e)f?\b`).FindAllStringIndex(words(n), -1))
	},
	"wordcount": func(n int) int {
		counts := map[string]int{}
		for _, w := range strings.Fields(words(n)) {
			counts[w]++
		}
		return len(counts)
	},
	"sha256": func(n int) int {
		sum := sha256.Sum256(bytes.Repeat([]byte("0123456789abcdef"), n/16))
		return int(sum[0])
	},
}

func main() {
	n, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	fmt.Println(os.Args[1], operations[os.Args[1]](n))
}
