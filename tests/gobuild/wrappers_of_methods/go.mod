module ex.com/wrappers

go 1.27
