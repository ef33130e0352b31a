module ex.com/a

go 1.27

require ex.com/r v0.0.0

replace ex.com/r => ./nodir
