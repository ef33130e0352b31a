// Package user looks up users and groups in /etc/passwd and /etc/group.
package user

import "strconv"

// User is a user's account.
type User struct {
	Uid      string // decimal
	Gid      string // of the first group
	Username string // with which one logs in
	Name     string // of the person, may be empty
	HomeDir  string
}

// Group is a group of users.
type Group struct {
	Gid  string // decimal
	Name string
}

// UnknownUserIdError is the error of LookupId for an id that no one has.
type UnknownUserIdError int

func (e UnknownUserIdError) Error() string { return "user: unknown userid " + strconv.Itoa(int(e)) }

// UnknownUserError is the error of Lookup for a name that no one has.
type UnknownUserError string

func (e UnknownUserError) Error() string { return "user: unknown user " + string(e) }

// UnknownGroupIdError is the error of LookupGroupId for an id that no group has.
type UnknownGroupIdError string

func (e UnknownGroupIdError) Error() string { return "group: unknown groupid " + string(e) }

// UnknownGroupError is the error of LookupGroup for a name that no group has.
type UnknownGroupError string

func (e UnknownGroupError) Error() string { return "group: unknown group " + string(e) }
