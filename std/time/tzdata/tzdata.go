// Package tzdata is for programs that run where no zones are installed. Those of govm are the system's, none are in it: importing this
// changes nothing.
package tzdata
