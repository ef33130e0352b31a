// Package mime knows the media types of file names' extensions, reads and writes media types (RFC 2045, 2616, 2231) and the words
// that stand for other characters in headers (RFC 2047).
package mime

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
)

// types is what is known of extensions, made when it is first asked for.
var types struct {
	sync.RWMutex
	once       sync.Once
	exact      map[string]string   // extension to type
	lower      map[string]string   // extension in lower case to type
	extensions map[string][]string // type without parameters to extensions
}

// wellKnown are the types that are there on any system.
var wellKnown = map[string]string{
	".ai": "application/postscript", ".apk": "application/vnd.android.package-archive", ".apng": "image/apng", ".avif": "image/avif",
	".bin": "application/octet-stream", ".bmp": "image/bmp", ".com": "application/octet-stream", ".css": "text/css; charset=utf-8",
	".csv": "text/csv; charset=utf-8", ".doc": "application/msword",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".ehtml": "text/html; charset=utf-8",
	".eml": "message/rfc822", ".eps": "application/postscript", ".exe": "application/octet-stream", ".flac": "audio/flac",
	".gif": "image/gif", ".gz": "application/gzip", ".htm": "text/html; charset=utf-8", ".html": "text/html; charset=utf-8",
	".ico": "image/vnd.microsoft.icon", ".ics": "text/calendar; charset=utf-8", ".jfif": "image/jpeg", ".jpeg": "image/jpeg",
	".jpg": "image/jpeg", ".js": "text/javascript; charset=utf-8", ".json": "application/json", ".m4a": "audio/mp4",
	".mjs": "text/javascript; charset=utf-8", ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".oga": "audio/ogg", ".ogg": "audio/ogg",
	".ogv": "video/ogg", ".opus": "audio/ogg", ".pdf": "application/pdf", ".pjp": "image/jpeg", ".pjpeg": "image/jpeg", ".png": "image/png",
	".ppt":  "application/vnd.ms-powerpoint",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".ps": "application/postscript",
	".rdf": "application/rdf+xml", ".rtf": "application/rtf", ".shtml": "text/html; charset=utf-8", ".svg": "image/svg+xml",
	".text": "text/plain; charset=utf-8", ".tif": "image/tiff", ".tiff": "image/tiff", ".txt": "text/plain; charset=utf-8",
	".vtt": "text/vtt; charset=utf-8", ".wasm": "application/wasm", ".wav": "audio/wav", ".webm": "audio/webm", ".webp": "image/webp",
	".xbl": "text/xml; charset=utf-8", ".xbm": "image/x-xbitmap", ".xht": "application/xhtml+xml", ".xhtml": "application/xhtml+xml",
	".xls":  "application/vnd.ms-excel",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xml": "text/xml; charset=utf-8",
	".xsl": "text/xml; charset=utf-8", ".zip": "application/zip",
}

// Files of the system: where one of globs is, that one alone; else all of the others that are there.
var (
	globFiles = []string{"/usr/local/share/mime/globs2", "/usr/share/mime/globs2"}
	typeFiles = []string{"/etc/mime.types", "/etc/apache2/mime.types", "/etc/apache/mime.types", "/etc/httpd/conf/mime.types"}
)

func load() {
	types.exact = map[string]string{}
	types.lower = map[string]string{}
	types.extensions = map[string][]string{}
	for ext, typ := range wellKnown {
		add(ext, typ)
	}
	for _, name := range globFiles {
		if readGlobs(name) {
			return
		}
	}
	for _, name := range typeFiles {
		readTypes(name)
	}
}

// readGlobs reads lines "weight:type:*.ext"; the first one of an extension counts. It says whether the file is there.
func readGlobs(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Split(lines.Text(), ":")
		if len(fields) < 3 || len(fields[0]) < 1 || len(fields[2]) < 3 || fields[0][0] == '#' || fields[2][:2] != "*." {
			continue
		}
		ext := fields[2][1:]
		if strings.ContainsAny(ext, "?*[") {
			continue
		}
		if _, known := types.exact[ext]; !known {
			add(ext, fields[1])
		}
	}
	return true
}

// readTypes reads lines "type ext ext".
func readTypes(name string) {
	f, err := os.Open(name)
	if err != nil {
		return
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || fields[0][0] == '#' {
			continue
		}
		for _, ext := range fields[1:] {
			if ext[0] == '#' {
				break
			}
			add("."+ext, fields[0])
		}
	}
}

// TypeByExtension returns the type of files whose names end in ext, which begins with a dot: as written, else in lower case.
func TypeByExtension(ext string) string {
	types.once.Do(load)
	types.RLock()
	defer types.RUnlock()
	if typ, ok := types.exact[ext]; ok {
		return typ
	}
	return types.lower[strings.ToLower(ext)]
}

// ExtensionsByType returns the extensions of typ, sorted; nil if there are none.
func ExtensionsByType(typ string) ([]string, error) {
	bare, _, err := ParseMediaType(typ)
	if err != nil {
		return nil, err
	}
	types.once.Do(load)
	types.RLock()
	defer types.RUnlock()
	found := types.extensions[bare]
	if found == nil {
		return nil, nil
	}
	found = append([]string(nil), found...)
	slices.Sort(found)
	return found, nil
}

// AddExtensionType makes typ the type of ext.
func AddExtensionType(ext, typ string) error {
	if !strings.HasPrefix(ext, ".") {
		return fmt.Errorf("mime: extension %q missing leading dot", ext)
	}
	types.once.Do(load)
	types.Lock()
	defer types.Unlock()
	return add(ext, typ)
}

// add notes a type; that of a text is UTF-8 if it does not say otherwise.
func add(ext, typ string) error {
	bare, params, err := ParseMediaType(typ)
	if err != nil {
		return err
	}
	if strings.HasPrefix(typ, "text/") && params["charset"] == "" {
		params["charset"] = "utf-8"
		typ = FormatMediaType(bare, params)
	}
	lower := strings.ToLower(ext)
	types.exact[ext] = typ
	types.lower[lower] = typ
	if !slices.Contains(types.extensions[bare], lower) {
		types.extensions[bare] = append(types.extensions[bare], lower)
	}
	return nil
}
