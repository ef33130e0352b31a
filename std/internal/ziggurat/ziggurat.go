// Package ziggurat has the tables by which math/rand draws from the normal and the exponential distribution: the
// area under each density is cut into layers of equal area (Marsaglia and Tsang, "The Ziggurat Method for Generating
// Random Variables", 2000). They are computed at first use.
package ziggurat

import "math"

// Where the lowest layers end and the tails begin, and the area of a layer.
const (
	NormalTail      = 3.442619855899
	ExponentialTail = 7.69711747013104972

	normalArea      = 9.91256303526217e-3
	exponentialArea = 3.949659822581572e-3
)

// Table has for each layer: the numbers below which a draw lies in the layer for certain, the factor that makes a
// draw of a number, and the density at the layer's edge.
type Table struct {
	Inside  [256]uint32
	Factor  [256]float32
	Density [256]float32
}

var (
	normal, exponential Table
	normalMade          bool
	exponentialMade     bool
)

// Normal returns the table of the normal distribution, of 128 layers.
func Normal() *Table {
	if !normalMade {
		normalMade = true
		normal.fill(128, 1<<31, NormalTail, normalArea, func(x float64) float64 { return math.Exp(-.5 * x * x) },
			func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
	}
	return &normal
}

// Exponential returns the table of the exponential distribution, of 256 layers.
func Exponential() *Table {
	if !exponentialMade {
		exponentialMade = true
		exponential.fill(256, 1<<32, ExponentialTail, exponentialArea, func(x float64) float64 { return math.Exp(-x) },
			func(y float64) float64 { return -math.Log(y) })
	}
	return &exponential
}

// fill computes the layers from the tail to the top; scale is how many draws there are.
func (t *Table) fill(layers int, scale, tail, area float64, density, inverse func(float64) float64) {
	x, last := tail, tail
	base := area / density(tail)
	t.Inside[0] = uint32(tail / base * scale)
	t.Inside[1] = 0
	t.Factor[0] = float32(base / scale)
	t.Factor[layers-1] = float32(tail / scale)
	t.Density[0] = 1
	t.Density[layers-1] = float32(density(tail))
	for i := layers - 2; i > 0; i-- {
		x = inverse(area/x + density(x))
		t.Inside[i+1] = uint32(x / last * scale)
		last = x
		t.Density[i] = float32(density(x))
		t.Factor[i] = float32(x / scale)
	}
}
