package textproto

import "sync"

// Pipeline puts requests, and their responses, in the order of their numbers.
type Pipeline struct {
	mu       sync.Mutex
	id       uint
	request  sequencer
	response sequencer
}

// Next returns the number of a new request.
func (p *Pipeline) Next() uint {
	p.mu.Lock()
	defer p.mu.Unlock()
	id := p.id
	p.id++
	return id
}

// StartRequest waits until all requests before have ended.
func (p *Pipeline) StartRequest(id uint) { p.request.start(id) }

// EndRequest lets the next request start.
func (p *Pipeline) EndRequest(id uint) { p.request.end(id) }

// StartResponse waits until all responses before have ended.
func (p *Pipeline) StartResponse(id uint) { p.response.start(id) }

// EndResponse lets the next response start.
func (p *Pipeline) EndResponse(id uint) { p.response.end(id) }

// sequencer lets one after the other through.
type sequencer struct {
	mu   sync.Mutex
	id   uint // whose turn it is
	wait map[uint]chan struct{}
}

func (s *sequencer) start(id uint) {
	s.mu.Lock()
	if id == s.id {
		s.mu.Unlock()
		return
	}
	turn := make(chan struct{})
	if s.wait == nil {
		s.wait = make(map[uint]chan struct{})
	}
	s.wait[id] = turn
	s.mu.Unlock()
	<-turn
}

func (s *sequencer) end(id uint) {
	s.mu.Lock()
	if id != s.id {
		s.mu.Unlock()
		panic("out of sync")
	}
	s.id++
	if s.wait == nil {
		s.wait = make(map[uint]chan struct{})
	}
	turn, waits := s.wait[s.id]
	delete(s.wait, s.id)
	s.mu.Unlock()
	if waits {
		close(turn)
	}
}
