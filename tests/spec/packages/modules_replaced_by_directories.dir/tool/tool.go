package tool

import "example.com/app/internal/own"

func init() { own.Log = append(own.Log, "tool") }
