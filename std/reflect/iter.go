package reflect

import "iter"

// sequence is the iterator over item(0) to item(n-1).
func sequence[T any](n int, item func(i int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := range n {
			if !yield(item(i)) {
				return
			}
		}
	}
}

func pairs[K, V any](n int, item func(i int) (K, V)) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for i := range n {
			if !yield(item(i)) {
				return
			}
		}
	}
}

func (t *rtype) Fields() iter.Seq[StructField] {
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return sequence(t.NumField(), t.Field)
}

func (t *rtype) Methods() iter.Seq[Method] { return sequence(t.NumMethod(), t.Method) }

func (t *rtype) Ins() iter.Seq[Type] {
	t.mustBeFunc("Ins")
	return sequence(t.NumIn(), t.In)
}

func (t *rtype) Outs() iter.Seq[Type] {
	t.mustBeFunc("Outs")
	return sequence(t.NumOut(), t.Out)
}

// Fields returns an iterator over the fields of the struct v and their values.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return pairs(v.NumField(), func(i int) (StructField, Value) { return t.Field(i), v.Field(i) })
}

// Methods returns an iterator over the methods that v.Method gives.
func (v Value) Methods() iter.Seq2[Method, Value] {
	t := v.Type()
	return pairs(v.NumMethod(), func(i int) (Method, Value) { return t.Method(i), v.Method(i) })
}

// Seq returns the iterator of a range clause with one variable over v; of a channel the elements, of a func what it
// yields. Type.CanSeq says whether there is one.
func (v Value) Seq() iter.Seq[Value] {
	t := v.Type()
	switch kind := v.Kind(); {
	case kind == Func && yieldsTo(v.typ_, 1):
		return func(yield func(Value) bool) {
			v.Call([]Value{MakeFunc(t.In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0]))} })})
		}
	case Int <= kind && kind <= Int64:
		return func(yield func(Value) bool) {
			for i := range v.Int() {
				n := New(t).Elem()
				n.SetInt(i)
				if !yield(ValueOf(n.Interface())) {
					return
				}
			}
		}
	case Uint <= kind && kind <= Uintptr:
		return func(yield func(Value) bool) {
			for i := range v.Uint() {
				n := New(t).Elem()
				n.SetUint(i)
				if !yield(ValueOf(n.Interface())) {
					return
				}
			}
		}
	case kind == Array || kind == Slice:
		return func(yield func(Value) bool) { sequence(v.Len(), valueOfInt)(yield) }
	case kind == Pointer && t.Elem().Kind() == Array:
		return func(yield func(Value) bool) { sequence(t.Elem().Len(), valueOfInt)(yield) }
	case kind == String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case kind == Map:
		return func(yield func(Value) bool) {
			for entries := v.MapRange(); entries.Next(); {
				if !yield(entries.Key()) {
					return
				}
			}
		}
	case kind == Chan:
		return func(yield func(Value) bool) {
			for element, ok := v.Recv(); ok; element, ok = v.Recv() {
				if !yield(element) {
					return
				}
			}
		}
	}
	panic("reflect: " + t.String() + " cannot produce iter.Seq[Value]")
}

// Seq2 returns the iterator of a range clause with two variables over v; of a func what it yields. Type.CanSeq2 says
// whether there is one.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	t := v.Type()
	switch kind := v.Kind(); {
	case kind == Func && yieldsTo(v.typ_, 2):
		return func(yield func(Value, Value) bool) {
			v.Call([]Value{MakeFunc(t.In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0], in[1]))} })})
		}
	case kind == Array || kind == Slice:
		return func(yield func(Value, Value) bool) {
			pairs(v.Len(), func(i int) (Value, Value) { return ValueOf(i), v.Index(i) })(yield)
		}
	case kind == Pointer && t.Elem().Kind() == Array:
		return v.Elem().Seq2()
	case kind == String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case kind == Map:
		return func(yield func(Value, Value) bool) {
			for entries := v.MapRange(); entries.Next(); {
				if !yield(entries.Key(), entries.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + t.String() + " cannot produce iter.Seq2[Value, Value]")
}

func valueOfInt(i int) Value { return ValueOf(i) }
