// run
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
)

// A pool of workers takes documents from a channel, counts their words, and reports failures; a collector merges
// the results. What is printed does not depend on the schedule.

type document struct {
	id   int
	text string
}

type result struct {
	id     int
	counts map[string]int
	err    error
}

var errEmpty = errors.New("empty document")

type failure struct {
	id  int
	err error
}

func (f *failure) Error() string { return fmt.Sprintf("document %d: %v", f.id, f.err) }
func (f *failure) Unwrap() error { return f.err }

type stats struct {
	documents, words atomic.Int64
	longest          atomic.Pointer[string]
}

func (s *stats) see(word string) {
	s.words.Add(1)
	for {
		old := s.longest.Load()
		if old != nil && (len(*old) > len(word) || len(*old) == len(word) && *old <= word) {
			return
		}
		if s.longest.CompareAndSwap(old, &word) {
			return
		}
	}
}

func count(d document, s *stats) (map[string]int, error) {
	words := strings.Fields(d.text)
	if len(words) == 0 {
		return nil, &failure{d.id, errEmpty}
	}
	s.documents.Add(1)
	counts := make(map[string]int)
	for _, w := range words {
		w = strings.ToLower(strings.Trim(w, ".,;"))
		counts[w]++
		s.see(w)
	}
	return counts, nil
}

func worker(in <-chan document, out chan<- result, s *stats, wg *sync.WaitGroup) {
	defer wg.Done()
	for d := range in {
		r := result{id: d.id}
		func() {
			defer func() {
				if p := recover(); p != nil {
					r.err = &failure{d.id, fmt.Errorf("panic: %v", p)}
				}
			}()
			if strings.HasPrefix(d.text, "!") {
				panic("cannot read " + d.text[1:])
			}
			r.counts, r.err = count(d, s)
		}()
		out <- r
	}
}

func run(documents []document, workers int) {
	in := make(chan document)
	out := make(chan result, 2)
	var s stats
	var wg sync.WaitGroup
	wg.Add(workers)
	for range workers {
		go worker(in, out, &s, &wg)
	}
	go func() {
		for _, d := range documents {
			in <- d
		}
		close(in)
	}()
	go func() {
		wg.Wait()
		close(out)
	}()

	total := make(map[string]int)
	var failures []error
	for r := range out {
		if r.err != nil {
			failures = append(failures, r.err)
			continue
		}
		for w, n := range r.counts {
			total[w] += n
		}
	}

	words := make([]string, 0, len(total))
	for w := range total {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		a, b := words[i], words[j]
		if total[a] != total[b] {
			return total[a] > total[b]
		}
		return a < b
	})
	fmt.Printf("%d workers: %d documents, %d words, %d different, longest %q\n", workers, s.documents.Load(), s.words.Load(), len(words), *s.longest.Load())
	for _, w := range words[:5] {
		fmt.Printf("  %-8s %d\n", w, total[w])
	}
	sort.Slice(failures, func(i, j int) bool { return failures[i].Error() < failures[j].Error() })
	for _, err := range failures {
		var f *failure
		fmt.Println(" ", err, errors.Is(err, errEmpty), errors.As(err, &f) && f.id > 0)
	}
}

func main() {
	sentences := []string{
		"The quick brown fox jumps over the lazy dog.",
		"A dog barks; the fox runs.",
		"",
		"Concurrency is not parallelism, the talk says.",
		"!the disk",
		"The end of the document is the end.",
	}
	var documents []document
	for i := range 24 {
		documents = append(documents, document{i + 1, sentences[i%len(sentences)]})
	}
	for _, workers := range []int{1, 3, 8} {
		run(documents, workers)
	}
}

// Output:
// 1 workers: 16 documents, 120 words, 20 different, longest "concurrency"
//   the      28
//   dog      8
//   end      8
//   fox      8
//   is       8
//   document 11: panic: cannot read the disk false true
//   document 15: empty document true true
//   document 17: panic: cannot read the disk false true
//   document 21: empty document true true
//   document 23: panic: cannot read the disk false true
//   document 3: empty document true true
//   document 5: panic: cannot read the disk false true
//   document 9: empty document true true
// 3 workers: 16 documents, 120 words, 20 different, longest "concurrency"
//   the      28
//   dog      8
//   end      8
//   fox      8
//   is       8
//   document 11: panic: cannot read the disk false true
//   document 15: empty document true true
//   document 17: panic: cannot read the disk false true
//   document 21: empty document true true
//   document 23: panic: cannot read the disk false true
//   document 3: empty document true true
//   document 5: panic: cannot read the disk false true
//   document 9: empty document true true
// 8 workers: 16 documents, 120 words, 20 different, longest "concurrency"
//   the      28
//   dog      8
//   end      8
//   fox      8
//   is       8
//   document 11: panic: cannot read the disk false true
//   document 15: empty document true true
//   document 17: panic: cannot read the disk false true
//   document 21: empty document true true
//   document 23: panic: cannot read the disk false true
//   document 3: empty document true true
//   document 5: panic: cannot read the disk false true
//   document 9: empty document true true
