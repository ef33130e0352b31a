package pprof

import (
	"context"
	"fmt"
	"internal/profile"
	"slices"
	"strings"
	"unsafe"
)

type label struct{ key, value string }

// LabelSet is a set of labels.
type LabelSet struct {
	list []label // by key
}

// labelMap is what contexts and goroutines have.
type labelMap struct {
	list []label
}

type labelsKey struct{}

func labelsOf(ctx context.Context) *labelMap {
	labels, _ := ctx.Value(labelsKey{}).(*labelMap)
	return labels
}

// String returns the labels in braces.
func (l *labelMap) String() string {
	if l == nil {
		return ""
	}
	var pairs []string
	for _, label := range l.list {
		pairs = append(pairs, fmt.Sprintf("%q:%q", label.key, label.value))
	}
	slices.Sort(pairs)
	return "{" + strings.Join(pairs, ", ") + "}"
}

// Labels makes a set of keys and values in turn; of those with one key the last one counts.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	var set LabelSet
	for i := 0; i < len(args); i += 2 {
		set.list = put(set.list, label{args[i], args[i+1]})
	}
	return set
}

// put changes or inserts a label.
func put(list []label, l label) []label {
	at, found := slices.BinarySearchFunc(list, l.key, func(l label, key string) int { return strings.Compare(l.key, key) })
	if found {
		list[at] = l
		return list
	}
	return slices.Insert(list, at, l)
}

// WithLabels returns a context that has these labels too.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	all := new(labelMap)
	if had := labelsOf(ctx); had != nil {
		all.list = slices.Clone(had.list)
	}
	for _, l := range labels.list {
		all.list = put(all.list, l)
	}
	return context.WithValue(ctx, labelsKey{}, all)
}

// Label returns the value of a context's label.
func Label(ctx context.Context, key string) (string, bool) {
	value, found := "", false
	ForLabels(ctx, func(k, v string) bool {
		if found = k == key; found {
			value = v
		}
		return !found
	})
	return value, found
}

// ForLabels calls f with each label of a context, by key, until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	if labels := labelsOf(ctx); labels != nil {
		for _, l := range labels.list {
			if !f(l.key, l.value) {
				return
			}
		}
	}
}

// SetGoroutineLabels gives the goroutine the labels of a context.
func SetGoroutineLabels(ctx context.Context) { profile.SetLabels(unsafe.Pointer(labelsOf(ctx))) }

// Do calls f with a context that has these labels too, and the goroutine has them meanwhile; afterwards it has those of ctx.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) {
	defer SetGoroutineLabels(ctx)
	with := WithLabels(ctx, labels)
	SetGoroutineLabels(with)
	f(with)
}
