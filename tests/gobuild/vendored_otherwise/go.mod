module ex.com/a

go 1.27

require (
	ex.com/u v1.0.0 // indirect
	ex.com/v v1.0.0
	ex.com/w v1.0.0
	ex.com/r v1.0.0
)

replace ex.com/r => ./r
replace ex.com/s => ./s
