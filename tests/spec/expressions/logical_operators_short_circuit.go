// run
package main

import "fmt"

func t(s string) bool { fmt.Print(s, " "); return true }
func f(s string) bool { fmt.Print(s, " "); return false }

func main() {
	fmt.Println(t("a") || t("b"))
	fmt.Println(f("c") && t("d"))
	fmt.Println(!f("e") && (f("g") || t("h")))
	x := t("i") == f("j")
	fmt.Println(x)
}

// Output:
// a true
// c false
// e g h true
// i j false
