package user

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
)

const (
	userFile  = "/etc/passwd"
	groupFile = "/etc/group"
)

// find calls f with the fields of each line until it returns true. Lines of fewer fields, and those that are for other services, are left out.
func find(path string, fields int, f func(fields []string) bool) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewReader(file)
	for {
		line, err := lines.ReadString('\n')
		all := strings.Split(strings.TrimSpace(line), ":")
		if len(all) >= fields && all[0] != "" && strings.IndexByte("#+-", all[0][0]) < 0 && f(all) {
			return nil
		}
		if err != nil {
			return nil
		}
	}
}

// isNumber reports whether s is a decimal number, as ids are.
func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// findUser returns the user with that value in a field, nil if there is none.
func findUser(field int, value string) (u *User, err error) {
	err = find(userFile, 7, func(f []string) bool {
		if f[field] != value || !isNumber(f[2]) || !isNumber(f[3]) {
			return false
		}
		name, _, _ := strings.Cut(f[4], ",")
		u = &User{Uid: f[2], Gid: f[3], Username: f[0], Name: name, HomeDir: f[5]}
		return true
	})
	return u, err
}

// findGroup returns the group with that value in a field, nil if there is none.
func findGroup(field int, value string) (g *Group, err error) {
	err = find(groupFile, 4, func(f []string) bool {
		if f[field] != value || !isNumber(f[2]) {
			return false
		}
		g = &Group{Gid: f[2], Name: f[0]}
		return true
	})
	return g, err
}

// me is the user who runs the program.
var me = sync.OnceValues(func() (*User, error) {
	uid := strconv.Itoa(os.Getuid())
	if u, err := lookupId(uid); err == nil {
		return u, nil
	}
	home, _ := os.UserHomeDir()
	u := &User{Uid: uid, Gid: strconv.Itoa(os.Getgid()), Username: os.Getenv("USER"), HomeDir: home}
	var missing []string
	if u.Username == "" {
		missing = append(missing, "$USER")
	}
	if u.HomeDir == "" {
		missing = append(missing, "$HOME")
	}
	if missing != nil {
		return nil, fmt.Errorf("user: Current requires cgo or %s set in environment", strings.Join(missing, ", "))
	}
	return u, nil
})

// Current returns the user who runs the program. What it finds first is what it returns each time.
func Current() (*User, error) {
	u, err := me()
	if err != nil {
		return nil, err
	}
	copied := *u
	return &copied, nil
}

// Lookup returns the user of that name.
func Lookup(username string) (*User, error) {
	if u, err := Current(); err == nil && u.Username == username {
		return u, nil
	}
	u, err := findUser(0, username)
	if err == nil && u == nil {
		err = UnknownUserError(username)
	}
	return u, err
}

// LookupId returns the user of that id.
func LookupId(uid string) (*User, error) {
	if u, err := Current(); err == nil && u.Uid == uid {
		return u, nil
	}
	return lookupId(uid)
}

func lookupId(uid string) (*User, error) {
	id, err := strconv.Atoi(uid)
	if err != nil {
		return nil, err
	}
	u, err := findUser(2, uid)
	if err == nil && u == nil {
		err = UnknownUserIdError(id)
	}
	return u, err
}

// LookupGroup returns the group of that name.
func LookupGroup(name string) (*Group, error) {
	g, err := findGroup(0, name)
	if err == nil && g == nil {
		err = UnknownGroupError(name)
	}
	return g, err
}

// LookupGroupId returns the group of that id.
func LookupGroupId(gid string) (*Group, error) {
	if _, err := strconv.Atoi(gid); err != nil {
		return nil, err
	}
	g, err := findGroup(2, gid)
	if err == nil && g == nil {
		err = UnknownGroupIdError(gid)
	}
	return g, err
}

// GroupIds returns the ids of the groups that the user is in, its first one before the others.
func (u *User) GroupIds() ([]string, error) {
	if u.Username == "" {
		return nil, errors.New("user: list groups: empty username")
	}
	first, err := strconv.Atoi(u.Gid)
	if err != nil {
		return nil, fmt.Errorf("user: list groups for %s: invalid gid %q", u.Username, u.Gid)
	}
	ids := []string{u.Gid}
	err = find(groupFile, 4, func(f []string) bool {
		id, err := strconv.Atoi(f[2])
		if err == nil && id != first && slices.Contains(strings.Split(f[3], ","), u.Username) {
			ids = append(ids, f[2])
		}
		return false
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}
