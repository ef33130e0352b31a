// run
// The methods of Values, Userinfo and Error; copies share nothing; the text of a URL as its binary form.
package main

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

type slow struct{ error }

func (slow) Timeout() bool   { return true }
func (slow) Temporary() bool { return true }

func main() {
	v := url.Values{}
	v.Set("name", "Ava")
	v.Add("friend", "Jess")
	v.Add("friend", "Sarah & Zoe")
	fmt.Println(v.Get("name"), v.Get("friend"), v.Get("none") == "", v["friend"], v.Has("name"), v.Has("x"))
	c := v.Clone()
	c.Add("friend", "x")
	c.Del("name")
	fmt.Println(v.Encode(), c.Encode(), url.Values(nil).Clone() == nil, url.Values{}.Encode() == "")

	u, err := url.Parse("https://me:pass@example.com/x%2Fy?foo=1#top")
	fmt.Println(u, err, u.IsAbs(), u.EscapedPath(), u.EscapedFragment())
	password, has := u.User.Password()
	fmt.Println(u.User.Username(), password, has, u.User)
	d := u.Clone()
	d.User = url.User("other")
	d.Path = "/z"
	fmt.Println(u, d, (*url.URL)(nil).Clone() == nil)
	b, err := u.MarshalBinary()
	fmt.Println(string(b), err)
	var e url.URL
	fmt.Println(e.UnmarshalBinary(b), e == *u, *e.User == *u.User)
	fmt.Println(e.UnmarshalBinary([]byte("%")))
	b, err = u.AppendBinary([]byte(">"))
	fmt.Println(string(b), err)
	var none *url.Userinfo
	password, has = none.Password()
	fmt.Println(none.Username() == "", password == "", has, none.String() == "", (*url.URL)(nil).Redacted() == "")
	fmt.Println(url.UserPassword("a:b", "c@d/e?f"), url.User("x y"))

	fault := &url.Error{Op: "Get", URL: "http://x", Err: slow{errors.New("late")}}
	fmt.Println(fault, fault.Timeout(), fault.Temporary(), errors.Unwrap(fault) == fault.Err)
	plain := &url.Error{Op: "Get", URL: "http://x", Err: errors.New("no")}
	fmt.Println(plain, plain.Timeout(), plain.Temporary())
	_, err = url.QueryUnescape("a%q0b")
	var escape url.EscapeError
	fmt.Println(err, errors.As(err, &escape), string(escape))
	_, err = url.Parse("http://a b/")
	var host url.InvalidHostError
	fmt.Println(err, errors.As(err, &host), string(host))
	s, err := url.QueryUnescape("a%20b+c")
	fmt.Println(s, err)
	_, err = url.ParseQuery(strings.Repeat("a&", 10000))
	fmt.Println(err)
	_, err = url.Parse("http://[::1")
	fmt.Println(err)
}

// Output:
// Ava Jess true [Jess Sarah & Zoe] true false
// friend=Jess&friend=Sarah+%26+Zoe&name=Ava friend=Jess&friend=Sarah+%26+Zoe&friend=x true true
// https://me:pass@example.com/x%2Fy?foo=1#top <nil> true /x%2Fy top
// me pass true me:pass
// https://me:pass@example.com/x%2Fy?foo=1#top https://other@example.com/z?foo=1#top true
// https://me:pass@example.com/x%2Fy?foo=1#top <nil>
// <nil> false true
// parse "%": invalid URL escape "%"
// >https://me:pass@example.com/x%2Fy?foo=1#top <nil>
// true true false true true
// a%3Ab:c%40d%2Fe%3Ff x%20y
// Get "http://x": late true true true
// Get "http://x": no false false
// invalid URL escape "%q0" true %q0
// parse "http://a b/": invalid character " " in host name true
// a b c <nil>
// number of URL query parameters exceeded limit
// parse "http://[::1": missing ']' in host
