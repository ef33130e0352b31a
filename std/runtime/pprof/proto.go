package pprof

import (
	"compress/gzip"
	"io"
	"runtime"
)

// Fields of the messages in profile.proto.
const (
	fieldSampleType = 1
	fieldSample     = 2
	fieldLocation   = 4
	fieldFunction   = 5
	fieldText       = 6
	fieldTime       = 9
	fieldDuration   = 10
	fieldPeriodType = 11
	fieldPeriod     = 12
	fieldDefault    = 14

	typeName = 1
	typeUnit = 2

	sampleLocations = 1
	sampleValues    = 2
	sampleLabel     = 3

	labelKey    = 1
	labelText   = 2
	labelNumber = 3
	labelUnit   = 4

	locationID   = 1
	locationLine = 4
	lineFunction = 1
	lineNumber   = 2

	functionID         = 1
	functionName       = 2
	functionSystemName = 3
	functionFile       = 4
)

// measure is what a value counts.
type measure struct{ name, unit string }

// message is one of Protocol Buffers.
type message []byte

func (m *message) varint(x uint64) {
	for ; x >= 0x80; x >>= 7 {
		*m = append(*m, byte(x)|0x80)
	}
	*m = append(*m, byte(x))
}

// number writes a field; 0 is what it has without being written.
func (m *message) number(field int, x int64) {
	if x != 0 {
		m.varint(uint64(field) << 3)
		m.varint(uint64(x))
	}
}

func (m *message) bytes(field int, b []byte) {
	m.varint(uint64(field)<<3 | 2)
	m.varint(uint64(len(b)))
	*m = append(*m, b...)
}

// proto is a profile as it is put together.
type proto struct {
	message
	texts     map[string]int64
	order     []string
	functions map[[2]string]int64 // by name and file
	locations map[uintptr]int64
}

func newProto(measures ...measure) *proto {
	p := &proto{texts: map[string]int64{}, functions: map[[2]string]int64{}, locations: map[uintptr]int64{}}
	p.text("")
	for _, m := range measures {
		p.measure(fieldSampleType, m)
	}
	return p
}

// text returns the index of a text.
func (p *proto) text(s string) int64 {
	id, ok := p.texts[s]
	if !ok {
		id = int64(len(p.order))
		p.texts[s] = id
		p.order = append(p.order, s)
	}
	return id
}

func (p *proto) measure(field int, m measure) {
	var value message
	value.number(typeName, p.text(m.name))
	value.number(typeUnit, p.text(m.unit))
	p.bytes(field, value)
}

// location returns the number of a program counter's place; 0: it is none of the program's.
func (p *proto) location(pc uintptr) int64 {
	if id, ok := p.locations[pc]; ok {
		return id
	}
	frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
	if frame.Function == "" || frame.Function == "runtime.goexit" {
		return 0
	}
	id := int64(len(p.locations) + 1)
	p.locations[pc] = id
	var line, value message
	line.number(lineFunction, p.function(frame.Function, frame.File))
	line.number(lineNumber, int64(frame.Line))
	value.number(locationID, id)
	value.bytes(locationLine, line)
	p.bytes(fieldLocation, value)
	return id
}

func (p *proto) function(name, file string) int64 {
	key := [2]string{name, file}
	if id, ok := p.functions[key]; ok {
		return id
	}
	id := int64(len(p.functions) + 1)
	p.functions[key] = id
	var value message
	value.number(functionID, id)
	value.number(functionName, p.text(name))
	value.number(functionSystemName, p.text(name))
	value.number(functionFile, p.text(file))
	p.bytes(fieldFunction, value)
	return id
}

func (p *proto) begin(values []int64, stack []uintptr) message {
	var locations, numbers, value message
	for _, pc := range stack {
		if id := p.location(pc); id != 0 {
			locations.varint(uint64(id))
		}
	}
	for _, x := range values {
		numbers.varint(uint64(x))
	}
	value.bytes(sampleLocations, locations)
	value.bytes(sampleValues, numbers)
	return value
}

func (p *proto) sample(values []int64, stack []uintptr, labels *labelMap) {
	value := p.begin(values, stack)
	if labels != nil {
		for _, l := range labels.list {
			var label message
			label.number(labelKey, p.text(l.key))
			label.number(labelText, p.text(l.value))
			value.bytes(sampleLabel, label)
		}
	}
	p.bytes(fieldSample, value)
}

// allocation is a sample that says the size of an object, if all have the same.
func (p *proto) allocation(values []int64, stack []uintptr) {
	value := p.begin(values, stack)
	if objects, size := values[0], values[1]; objects > 0 && size%objects == 0 {
		var label message
		label.number(labelKey, p.text("bytes"))
		label.number(labelNumber, size/objects)
		label.number(labelUnit, p.text("bytes"))
		value.bytes(sampleLabel, label)
	}
	p.bytes(fieldSample, value)
}

// writeTo writes all, compressed.
func (p *proto) writeTo(w io.Writer) error {
	for _, text := range p.order {
		p.bytes(fieldText, []byte(text))
	}
	z := gzip.NewWriter(w)
	if _, err := z.Write(p.message); err != nil {
		return err
	}
	return z.Close()
}
