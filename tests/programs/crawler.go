// run

// A crawler over a made-up web: bounded concurrency, deduplication, per-host limits, retries with backoff on a fake clock, cancellation
// by depth and by context, results as a tree and a report; an error group of its own.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"text/template"
	"time"
)

type Page struct {
	URL    *url.URL
	Status int
	Links  []*url.URL
	Depth  int
	Tries  int
}

type StatusError int

func (s StatusError) Error() string   { return fmt.Sprintf("status %d", int(s)) }
func (s StatusError) Temporary() bool { return s >= 500 }

type Fetcher interface {
	Fetch(ctx context.Context, u *url.URL) (io.ReadCloser, error)
}

type FetcherFunc func(context.Context, *url.URL) (io.ReadCloser, error)

func (f FetcherFunc) Fetch(ctx context.Context, u *url.URL) (io.ReadCloser, error) { return f(ctx, u) }

type body struct {
	*strings.Reader
	closed func()
}

func (b body) Close() error { b.closed(); return nil }

type Group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelCauseFunc
	slots  chan struct{}
}

func NewGroup(ctx context.Context, limit int) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel, slots: make(chan struct{}, limit)}, ctx
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		g.slots <- struct{}{}
		defer func() { <-g.slots }()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel(err)
			})
		}
	}()
}

func (g *Group) Wait() error {
	g.wg.Wait()
	g.cancel(nil)
	return g.err
}

type Crawler struct {
	Fetcher
	mu       sync.Mutex
	pages    map[string]*Page
	maxDepth int
	group    *Group
	hosts    sync.Map
	onPage   func(*Page) error
}

var hrefs = regexp.MustCompile(`href="([^"#]*)(#[^"]*)?"`)

func (c *Crawler) visit(ctx context.Context, u *url.URL, depth int) {
	page := &Page{URL: u, Depth: depth}
	key := u.String()
	c.mu.Lock()
	if _, seen := c.pages[key]; seen || depth > c.maxDepth {
		c.mu.Unlock()
		return
	}
	c.pages[key] = page
	c.mu.Unlock()
	c.group.Go(func() error {
		lock, _ := c.hosts.LoadOrStore(u.Host, &sync.Mutex{})
		text, err := func() (string, error) {
			lock.(sync.Locker).Lock()
			defer lock.(sync.Locker).Unlock()
			for {
				page.Tries++
				r, err := c.Fetch(ctx, u)
				if err == nil {
					defer r.Close()
					var b bytes.Buffer
					_, err = b.ReadFrom(io.LimitReader(r, 400))
					return b.String(), err
				}
				var temp interface{ Temporary() bool }
				if page.Tries == 3 || !errors.As(err, &temp) || !temp.Temporary() {
					return "", err
				}
				select {
				case <-time.After(time.Duration(page.Tries) * time.Millisecond):
				case <-ctx.Done():
					return "", context.Cause(ctx)
				}
			}
		}()
		var status StatusError
		switch {
		case errors.As(err, &status):
			page.Status = int(status)
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", u, err)
		}
		page.Status = 200
		for _, m := range hrefs.FindAllStringSubmatch(text, -1) {
			link, err := u.Parse(m[1])
			if err != nil {
				continue
			}
			page.Links = append(page.Links, link)
			c.visit(ctx, link, depth+1)
		}
		return c.onPage(page)
	})
}

func Crawl(ctx context.Context, f Fetcher, start string, depth int, onPage func(*Page) error) ([]*Page, error) {
	u, err := url.Parse(start)
	if err != nil {
		return nil, err
	}
	group, ctx := NewGroup(ctx, 4)
	c := &Crawler{Fetcher: f, pages: map[string]*Page{}, maxDepth: depth, group: group, onPage: onPage}
	c.visit(ctx, u, 0)
	err = group.Wait()
	var out []*Page
	for _, p := range c.pages {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *Page) int { return strings.Compare(a.URL.String(), b.URL.String()) })
	return out, err
}

var web = map[string]string{
	"http://a.test/":                `<a href="/one">1</a> <a href="two?q=1&amp;r#frag">2</a> <a href="http://b.test/x">b</a>`,
	"http://a.test/one":             `<a href="./">up</a><a href="deep/er/">d</a><a href="%zz">bad</a>`,
	"http://a.test/two?q=1&amp;r":   `<a href="#top"></a><a href="//b.test/y">y</a>`,
	"http://a.test/deep/er/":        `<a href="../../one">one</a><a href="deepest">x</a>`,
	"http://a.test/deep/er/deepest": `<a href="further">never</a>`,
	"http://b.test/x":               `<a href="missing">m</a><a href="flaky">f</a><a href="down">d</a>`,
	"http://b.test/y":               ``,
	"http://b.test/flaky":           `<a href="http://a.test/">home</a>`,
}

const report = `{{range .}}{{.Status}} {{printf "%-32s" .URL}} depth={{.Depth}} tries={{.Tries}}{{with .Links}} links={{len .}}{{end}}
{{else}}nothing
{{end}}`

func main() {
	var mu sync.Mutex
	tries := map[string]int{}
	open, busy, overlap := 0, map[string]bool{}, false
	fetch := FetcherFunc(func(ctx context.Context, u *url.URL) (io.ReadCloser, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		mu.Lock()
		defer mu.Unlock()
		tries[u.Path]++
		overlap = overlap || busy[u.Host]
		busy[u.Host] = true
		defer delete(busy, u.Host)
		switch {
		case u.Path == "/flaky" && tries[u.Path] < 3:
			return nil, fmt.Errorf("GET %v: %w", u, StatusError(503))
		case u.Path == "/down":
			return nil, StatusError(500)
		}
		text, ok := web[u.String()]
		if !ok {
			return nil, StatusError(404)
		}
		open++
		return body{strings.NewReader(text), sync.OnceFunc(func() { open-- })}, nil
	})
	pages, err := Crawl(context.Background(), FetcherFunc(func(ctx context.Context, u *url.URL) (io.ReadCloser, error) {
		r, err := fetch(ctx, u)
		if err != nil {
			return nil, err
		}
		b := r.(body)
		closed := b.closed
		b.closed = func() { mu.Lock(); defer mu.Unlock(); closed() }
		return b, nil
	}), "http://a.test/", 3, func(*Page) error { return nil })
	if err := template.Must(template.New("report").Parse(report)).Execute(os.Stdout, shallow(pages)); err != nil {
		fmt.Println(err)
	}
	fmt.Println(err, open, overlap)

	_, err = Crawl(context.Background(), fetch, "http://a.test/", 9, func(p *Page) error {
		if p.URL.Path == "/one" {
			return errors.New("stop here")
		}
		return nil
	})
	fmt.Println(err)
	_, err = Crawl(context.Background(), fetch, "http://[bad/", 1, nil)
	fmt.Println(err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	pages, err = Crawl(ctx, fetch, "http://a.test/", 1, nil)
	fmt.Println(len(pages), err, errors.Is(err, context.Canceled))
}

// The depth at which a page was found depends on the schedule where several ways lead to it.
func shallow(pages []*Page) []*Page {
	depth := map[string]int{}
	for round := range pages {
		for _, p := range pages {
			if round == 0 && p.URL.Path == "/" {
				depth[p.URL.String()] = 0
			}
			d, ok := depth[p.URL.String()]
			for _, l := range p.Links {
				if old, seen := depth[l.String()]; ok && (!seen || old > d+1) {
					depth[l.String()] = d + 1
				}
			}
		}
	}
	for _, p := range pages {
		p.Depth = depth[p.URL.String()]
	}
	return pages
}

// Output:
// 200 http://a.test/                   depth=0 tries=1 links=3
// 200 http://a.test/deep/er/           depth=2 tries=1 links=2
// 200 http://a.test/deep/er/deepest    depth=3 tries=1 links=1
// 200 http://a.test/one                depth=1 tries=1 links=2
// 200 http://a.test/two?q=1&amp;r      depth=1 tries=1 links=2
// 500 http://b.test/down               depth=2 tries=3
// 200 http://b.test/flaky              depth=2 tries=3 links=1
// 404 http://b.test/missing            depth=2 tries=1
// 200 http://b.test/x                  depth=1 tries=1 links=3
// 200 http://b.test/y                  depth=2 tries=1
// <nil> 0 false
// stop here
// parse "http://[bad/": missing ']' in host
// 1 http://a.test/: context canceled true
