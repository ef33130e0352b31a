module ex.com/a

go 1.27

require (
	ex.com/v v1.0.0
	ex.com/w v1.0.0
)

replace ex.com/w => ../w
