module ex.com/a

go 1.27
