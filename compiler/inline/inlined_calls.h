// Which calls have been replaced by their callee's text, and which function literals went with them.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <tuple>

#include "compiler/inline/tree.h"

namespace govm::inl {

/// A place in a text: a node, the copy of the text that it stands in, and for the function's own text the instance of a generic function:
/// its instances share the text, not what is inlined there.
using TextPlace = std::tuple<const syntax::Node*, const InlineContext*, const void*>;

/// The instance of a generic function that a function's text belongs to; null if it is none.
inline const Function* shape_of(const Function* function) {
  if (!function->is_instance) return nullptr;
  while (function->outer != nullptr) function = function->outer;
  return function;
}

class InlinedCalls {
 public:
  /// The copy of its callee's text that stands in place of a call; null if the call remains.
  const InlineContext* find(const syntax::Node* call, const InlineContext* context, const void* shape) const {
    auto it = contexts_.find(place(call, context, shape));
    return it != contexts_.end() ? it->second : nullptr;
  }
  const InlineContext* add(const Node* call, const Function* caller, Function* callee) {
    const InlineContext*& context = contexts_[place(call->source, call->context, shape_of(caller))];
    if (context == nullptr) {
      all_.push_back({call->context, call->source, call->own_pos, callee, call->receiver});
      context = &all_.back();
    }
    return context;
  }

  const std::deque<InlineContext>& all() const { return all_; }

  /// A literal whose value nothing uses: its calls have been inlined.
  bool is_dropped(const syntax::Node* literal, const InlineContext* context, const void* shape) const {
    return dropped_.contains(place(literal, context, shape));
  }
  void drop(const Node* closure) { dropped_.insert(place(closure->source, closure->context, shape_of(closure->function))); }

 private:
  static TextPlace place(const syntax::Node* node, const InlineContext* context, const void* shape) {
    return {node, context, context == nullptr ? shape : nullptr};
  }

  std::deque<InlineContext> all_;
  std::map<TextPlace, const InlineContext*> contexts_;
  std::set<TextPlace> dropped_;
};

}  // namespace govm::inl
