// run
// Identifiers: what is read, how it is written, in which order new ones come.
package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"uuid"
)

func main() {
	const text = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
	plain := strings.ReplaceAll(text, "-", "")
	for _, s := range []string{
		"", "x", text, "{" + text + "}", "urn:uuid:" + text, "URN:UUID:" + text, plain, strings.ToUpper(plain),
		strings.ToUpper(text), text[:35] + "g", strings.Replace(text, "-", "_", 1), "{" + plain + "}", "{" + text + ")",
		"urn:uuix:" + text, "urn:uuid:" + plain, strings.Repeat("é", 16), text + "0", text[1:],
	} {
		u, err := uuid.Parse(s)
		fmt.Println(u, err)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		uuid.MustParse("zz")
	}()
	u := uuid.MustParse(text)
	fmt.Println(u.Compare(uuid.Max()), u.Compare(u), u.Compare(uuid.Nil()), u.String(), uuid.Max())
	b, err := json.Marshal(map[uuid.UUID]uuid.UUID{u: uuid.Nil()})
	fmt.Println(string(b), err)
	var back map[uuid.UUID]uuid.UUID
	fmt.Println(json.Unmarshal(b, &back), back)
	fmt.Println(u.UnmarshalText([]byte("q")), u)
	b, err = u.MarshalText()
	fmt.Printf("%q %v\n", b, err)
	b, err = u.AppendText([]byte("u="))
	fmt.Printf("%q %v\n", b, err)
	for _, f := range []func() uuid.UUID{uuid.New, uuid.NewV4, uuid.NewV7} {
		u, v := f(), f()
		fmt.Println(u[6]>>4, u[8]>>6, u == v)
	}
	before := uuid.NewV7()
	for range 1000 {
		after := uuid.NewV7()
		if after.Compare(before) <= 0 {
			fmt.Println(before, after)
		}
		before = after
	}
}

// Output:
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// f81d4fae-7dec-11d0-a765-00a0c91e6bf6 <nil>
// f81d4fae-7dec-11d0-a765-00a0c91e6bf6 <nil>
// f81d4fae-7dec-11d0-a765-00a0c91e6bf6 <nil>
// 00000000-0000-0000-0000-000000000000 invalid uuid
// f81d4fae-7dec-11d0-a765-00a0c91e6bf6 <nil>
// f81d4fae-7dec-11d0-a765-00a0c91e6bf6 <nil>
// f81d4fae-7dec-11d0-a765-00a0c91e6bf6 <nil>
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// 00000000-0000-0000-0000-000000000000 invalid uuid
// invalid uuid
// -1 0 1 f81d4fae-7dec-11d0-a765-00a0c91e6bf6 ffffffff-ffff-ffff-ffff-ffffffffffff
// {"f81d4fae-7dec-11d0-a765-00a0c91e6bf6":"00000000-0000-0000-0000-000000000000"} <nil>
// <nil> map[f81d4fae-7dec-11d0-a765-00a0c91e6bf6:00000000-0000-0000-0000-000000000000]
// invalid uuid f81d4fae-7dec-11d0-a765-00a0c91e6bf6
// "f81d4fae-7dec-11d0-a765-00a0c91e6bf6" <nil>
// "u=f81d4fae-7dec-11d0-a765-00a0c91e6bf6" <nil>
// 4 2 false
// 4 2 false
// 7 2 false
