// Type switches over values in interfaces.
package main

type empty struct{}

func main() {
	values := []any{1, "two", 3.5, empty{}}
	sum := 0
	for i := 0; i < 500_000; i++ {
		for _, v := range values {
			switch v := v.(type) {
			case int:
				sum += v
			case string:
				sum += len(v)
			case float64:
				sum += int(v)
			}
		}
	}
	println(sum)
}
