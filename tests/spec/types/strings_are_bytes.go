// run
package main

import "fmt"

type Name string

func main() {
	s := "héllo, 世界\x00\xff"
	fmt.Println(len(s), s[1], s[2], s[:2], s[7:])
	fmt.Printf("%q %x\n", s, s[1:3])
	r := []rune(s)
	fmt.Println(len(r), r[1], string(r[1]), string(r[7:9]))
	b := []byte(s)
	b[0] = 'H'
	fmt.Println(string(b) == s, string(b)[:1], s < string(b), s > "h", s != "h"+"é")
	n := Name("x") + "y"
	n += Name(s[:1])
	fmt.Println(n, len(n), n == "xyh")
	out := ""
	for i := 0; i < 10; i++ {
		out += string(rune('a'+i)) + "-"
	}
	fmt.Println(out)
	fmt.Println(string(rune(0x10FFFF+1)), string(rune(-1)), "a\tb\\", `raw\n`, "\u00e9"+"\U0001F600")
	switch {
	case "apple" < "banana" && "Z" < "a":
		fmt.Println("ordered")
	}
	m := map[string]int{}
	for _, w := range []string{"a", "b", "a"} {
		m[w]++
	}
	fmt.Println(m)
	k := []byte("a")
	fmt.Println(m[string(k)], string(k) == "a")
	for i, c := range []byte("xyz") {
		fmt.Print(i, c, " ")
	}
	fmt.Println(len([]rune("\xff\xfe")), []rune("\xff")[0] == 0xfffd)
	multi := "a" + out[:2] + s[:1] + string(k) + "end"
	fmt.Println(multi)
}
