// Bytes of strings, comparisons, substrings.
package main

func main() {
	const text = "the quick brown fox jumps over the lazy dog"
	words := 0
	for round := 0; round < 20_000; round++ {
		rest := text
		for i := 0; i < len(rest); i++ {
			if rest[i] == ' ' {
				if rest[:i] != "fox" {
					words++
				}
				rest, i = rest[i+1:], 0
			}
		}
	}
	println(words)
}
