// Goes through a type set, and words the reason where it has no common underlying type.
#include "compiler/types/common_underlying.h"

#include <fmt/format.h>

namespace govm::types {
namespace {

enum class Merge : uint8_t { Keep, Switch, Fail };

/// Whether a channel type beside another of the set leaves the common type as it is.
Merge merge_channels(const Context& c, const Type* x, const Chan* a, const Type* y, const Chan* b, std::string& why) {
  if (!identical(a->elem, b->elem)) {
    why = fmt::format("channels {} and {} have different element types", c.text(x), c.text(y));
    return Merge::Fail;
  }
  if (a->dir == b->dir || b->dir == ChanDir::Both) return Merge::Keep;
  if (a->dir == ChanDir::Both) return Merge::Switch;
  why = fmt::format("channels {} and {} have conflicting directions", c.text(x), c.text(y));
  return Merge::Fail;
}

}  // namespace

const Type* common_underlying(const Context& c, const Type* type, TypeCondition condition, std::string& why) {
  const Type *common = nullptr, *common_under = nullptr;
  bool fits = for_each_term(type, [&](const Type* term, const Type* under) {
    if (condition) {
      why = condition(c, term, under);
      if (!why.empty()) return false;
    }
    if (!under) {
      why = "no specific type";
      return false;
    }
    if (!common_under) {
      common = term;
      common_under = under;
      return true;
    }
    auto *a = as<Chan>(common_under), *b = as<Chan>(under);
    if (a && b) {
      Merge merge = merge_channels(c, common, a, term, b, why);
      if (merge == Merge::Switch) {
        common = term;
        common_under = under;
      }
      return merge != Merge::Fail;
    }
    if (identical(common_under, under)) return true;
    why = fmt::format("{} and {} have different underlying types", c.text(common), c.text(term));
    return false;
  });
  return fits ? common_under : nullptr;
}

const Type* common_slice_element(const Context& c, const Operand& x, std::string& why) {
  const Type* common = nullptr;
  bool fits = for_each_term(x.type, [&](const Type*, const Type* under) {
    auto* slice = as<Slice>(under);
    if (!slice) {
      why = "argument must be a slice; have " + std::string(x.is_nil() ? "untyped nil" : c.text(x));
      return false;
    }
    if (!common) common = slice->elem;
    if (identical(common, slice->elem)) return true;
    why = fmt::format("mismatched slice element types {} and {} in {}", c.text(common), c.text(slice->elem), c.text(x));
    return false;
  });
  return fits ? common : nullptr;
}

}  // namespace govm::types
