// run
// Users and groups that every system has, those that none has, and the groups of a user that cannot be.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"strconv"
)

func main() {
	u, err := user.Lookup("root")
	fmt.Println(u.Uid, u.Gid, u.Username, u.HomeDir, err)
	v, err := user.LookupId("0")
	fmt.Println(*u == *v, u != v, err)
	g, err := user.LookupGroupId("0")
	h, err2 := user.LookupGroup("root")
	fmt.Println(*g, *h, err, err2)
	ids, err := u.GroupIds()
	fmt.Println(ids[0], err)
	me, err := user.Current()
	again, err2 := user.Current()
	fmt.Println(me.Uid == strconv.Itoa(os.Getuid()), me.Username != "", *me == *again, me != again, err, err2)
	_, err = user.Lookup("no such user")
	var unknown user.UnknownUserError
	fmt.Println(err, errors.As(err, &unknown), string(unknown))
	_, err = user.LookupId("987654321")
	fmt.Println(err, err == user.UnknownUserIdError(987654321))
	_, err = user.LookupId("x")
	_, err2 = user.LookupGroupId("x")
	fmt.Printf("%v %T %v\n", err, err, err2)
	_, err = user.LookupGroup("no such group")
	fmt.Println(err, err == user.UnknownGroupError("no such group"))
	_, err = user.LookupGroupId("987654321")
	fmt.Println(err, err == user.UnknownGroupIdError("987654321"))
	fmt.Println(user.UnknownUserError("a").Error(), user.UnknownUserIdError(-1).Error(), user.UnknownGroupError("").Error(), user.UnknownGroupIdError("x").Error())
}

// Output:
// 0 0 root /root <nil>
// true true <nil>
// {0 root} {0 root} <nil> <nil>
// 0 <nil>
// true true true true <nil> <nil>
// user: unknown user no such user true no such user
// user: unknown userid 987654321 true
// strconv.Atoi: parsing "x": invalid syntax *strconv.NumError strconv.Atoi: parsing "x": invalid syntax
// group: unknown group no such group true
// group: unknown groupid 987654321 true
// user: unknown user a user: unknown userid -1 group: unknown group  group: unknown groupid x
