// Sentences for people: why a value is on the heap, and what could be done about it.
#pragma once

#include <string>
#include <string_view>

#include "compiler/escape/graph.h"
#include "compiler/inline/text.h"

namespace govm::escape {

struct Finding;

/// What the last step of a value's way out is about.
struct WayOut {
  std::string_view word;        ///< of -m=2: "return", "call parameter"
  const Node* where = nullptr;  ///< its expression or statement
  const Location* dst = nullptr;
  std::string standard;             ///< the function of std whose inlined text `where` stands in
  bool outlives_iteration = false;  ///< dst is a variable of the same function, declared outside of the loop
};

/// The callee as a reader would say it: "fmt.Println", "a method of an interface", "a function value".
std::string callee_words(const Node* call, const inl::Text& text);
/// "it is returned": a sentence about how a value gets out, without place.
std::string way_out_words(const WayOut& way, const inl::Text& text);
/// What could be done; empty if nothing sensible can be said.
std::string advice_on(const Finding& finding, const WayOut& way, const Location& location, const inl::Text& text);

}  // namespace govm::escape
