//go:build linux &&

package lib
