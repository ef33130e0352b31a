// Typed indices: an Id<FunctionTag> cannot be passed where an Id<TypeTag> is wanted.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace govm {

/// An index into the table that `Tag` names. The default Id is "none".
template <typename Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(uint32_t index) : value_(index) {}

  /// The index; meaningless for "none".
  constexpr uint32_t index() const { return value_; }
  constexpr bool is_valid() const { return value_ != kNone; }
  constexpr explicit operator bool() const { return is_valid(); }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  uint32_t value_ = kNone;
};

}  // namespace govm

template <typename Tag>
struct std::hash<govm::Id<Tag>> {
  size_t operator()(govm::Id<Tag> id) const noexcept { return id.index(); }
};
