package template

import "strings"

// What the values of attributes are, by kind; of those not listed the name says it.
var attributes = map[content]string{
	plainContent: "accept alt autocomplete autofocus autoplay border checked class cols colspan contenteditable contextmenu controls coords" +
		" datetime default dir dirname disabled draggable dropzone for formtarget headers height hidden high hreflang id ismap kind label lang" +
		" list loop low max maxlength media mediagroup min multiple name open optimum placeholder preload pubdate radiogroup readonly required" +
		" reversed rows rowspan spellcheck scope scoped seamless selected shape size sizes span srclang start step tabindex target title width wrap",
	urlContent:    "action archive background cite classid codebase data formaction href icon longdesc manifest poster profile src usemap xmlns",
	cssContent:    "style",
	htmlContent:   "srcdoc",
	srcsetContent: "srcset",
	unsafeContent: "accept-charset async challenge charset content crossorigin defer enctype form formenctype formmethod formnovalidate" +
		" http-equiv keytype language method novalidate pattern rel sandbox type value",
}

var attributeContent = func() map[string]content {
	all := map[string]content{}
	for kind, names := range attributes {
		for name := range strings.FieldsSeq(names) {
			all[name] = kind
		}
	}
	return all
}()

// valueOf says what the value of an attribute is; the name is in lower case.
func valueOf(name string) content {
	if own, ok := strings.CutPrefix(name, "data-"); ok {
		name = own
	} else if prefix, local, ok := strings.Cut(name, ":"); ok {
		if prefix == "xmlns" {
			return urlContent
		}
		name = local
	}
	if kind, ok := attributeContent[name]; ok {
		return kind
	}
	if strings.HasPrefix(name, "on") {
		return jsContent
	}
	for _, part := range []string{"src", "uri", "url"} {
		if strings.Contains(name, part) {
			return urlContent
		}
	}
	return plainContent
}
