// run

// Sorting: where equal elements end is Go's, by the number of comparisons too.
package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

type item struct{ key, id int }

var state uint64 = 1

func random(n int) int {
	state = state*6364136223846793005 + 1442695040888963407
	return int(state>>33) % n
}

func hash(items []item) (h uint64) {
	h = 14695981039346656037
	for _, it := range items {
		h = (h ^ uint64(it.key*1000003+it.id)) * 1099511628211
	}
	return
}

func patterns(n int) map[string]func(i int) int {
	return map[string]func(i int) int{
		"a random":     func(int) int { return random(n) },
		"b few":        func(int) int { return random(4) },
		"c sorted":     func(i int) int { return i },
		"d reverse":    func(i int) int { return n - i },
		"e equal":      func(int) int { return 7 },
		"f organ pipe": func(i int) int { return min(i, n-i) },
		"g saw":        func(i int) int { return i % 11 },
		"h nearly":     func(i int) int { return i ^ (random(20) / 19 * 15) },
	}
}

func main() {
	for _, n := range []int{0, 1, 5, 12, 13, 40, 100} {
		by := patterns(n)
		names := []string{}
		for name := range by {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			items := make([]item, n)
			for i := range items {
				items[i] = item{by[name](i), i}
			}
			stable := slices.Clone(items)
			calls, stableCalls := 0, 0
			slices.SortFunc(items, func(a, b item) int { calls++; return cmp.Compare(a.key, b.key) })
			slices.SortStableFunc(stable, func(a, b item) int { stableCalls++; return cmp.Compare(a.key, b.key) })
			if !slices.IsSortedFunc(stable, func(a, b item) int { return cmp.Or(a.key-b.key, a.id-b.id) }) {
				fmt.Println("not stable")
			}
			if n > 12 {
				fmt.Printf("%d %s: %x %d, %x %d\n", n, name, hash(items), calls, hash(stable), stableCalls)
			}
		}
	}
	floats := []float64{3, math.NaN(), 0, math.Copysign(0, -1), -1, math.Inf(1), 0, math.Inf(-1), math.Copysign(0, -1), 2, 0, math.NaN(), -7, 5}
	slices.Sort(floats)
	for _, f := range floats {
		fmt.Print(f, math.Signbit(f), " ")
	}
	fmt.Println(slices.IsSorted(floats))
	words := []string{"pear", "fig", "apple", "date", "", "fig"}
	slices.Sort(words)
	fmt.Printf("%q\n", words)
	fmt.Println(slices.BinarySearch(words, "fig"))
	fmt.Println(slices.BinarySearch(words, "g"))
	fmt.Println(slices.BinarySearch(floats, math.NaN()))
	fmt.Println(slices.BinarySearchFunc(words, 4, func(s string, n int) int { return len(s) - n }))
}

// Output:
// 13 a random: 3590bfc27a929b8f 48, a02296fd0e8bad05 46
// 13 b few: 9bc10fb9b0a4d56 36, c19d3940531c5586 42
// 13 c sorted: 4c631447b887096f 15, 4c631447b887096f 12
// 13 d reverse: c3bd7249d6c7b36e 33, c3bd7249d6c7b36e 78
// 13 e equal: f6a042226625f54 15, f6a042226625f54 12
// 13 f organ pipe: 4e44f9530107baaf 34, 92376007856de91d 42
// 13 g saw: 337f46d7b402ab41 49, ac0c2768227cf757 31
// 13 h nearly: 5a35686f793f7564 36, 5a35686f793f7564 22
// 40 a random: b8ae5251414be352 192, 1a9d66c08f7da4f6 256
// 40 b few: 58253d0d510d4f17 131, f68bc90958a1cffb 238
// 40 c sorted: a81b9c0373727d05 42, a81b9c0373727d05 42
// 40 d reverse: 711ea2fed6432525 152, 711ea2fed6432525 385
// 40 e equal: d79564000d2940cd 42, d79564000d2940cd 42
// 40 f organ pipe: 480e5da831dedc25 169, 7e117f16f77783ed 268
// 40 g saw: 5f0439fcb39c9ab5 191, 23533f620c1841d1 222
// 40 h nearly: 3abd5be4844fb76a 125, eb9a471c65f83ed8 46
// 100 a random: 53613d40d34dfe84 648, 84704bbca5416b06 847
// 100 b few: c7c7c444e53abf1 385, c5ad797486e0ce5f 595
// 100 c sorted: 6644905e28a98c45 111, 6644905e28a98c45 122
// 100 d reverse: bcc26986b36cd125 111, bcc26986b36cd125 985
// 100 e equal: 6a49f6c2b536aec5 111, 6a49f6c2b536aec5 122
// 100 f organ pipe: 2f0c6ee92f225e1f 630, 39fda401c7eb3437 672
// 100 g saw: 1c9242b094d72c 584, 7018ff19ea20cd70 741
// 100 h nearly: 9a6d369c149e99c2 135, 9a6d369c149e99c2 148
// NaN false NaN false -Inf true -7 true -1 true 0 false -0 true 0 false -0 true 0 false 2 false 3 false 5 false +Inf false true
// ["" "apple" "date" "fig" "fig" "pear"]
// 3 true
// 5 false
// 0 true
// 5 true
