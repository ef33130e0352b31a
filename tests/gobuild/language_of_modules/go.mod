module ex.com/a

go 1.27

require (
	ex.com/new v0.0.0
	ex.com/none v0.0.0
	ex.com/old v0.0.0
)

replace (
	ex.com/new => ./new
	ex.com/none => ./none
	ex.com/old => ./old
)
