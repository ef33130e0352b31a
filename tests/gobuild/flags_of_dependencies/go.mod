module ex.com/flags

go 1.27
