module ex.com/new

go 1.22.1
