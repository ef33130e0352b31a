// Natives of unique: strings of a value are copied.
#include <span>

#include "gc/barrier.h"
#include "vm/native/registry.h"
#include "vm/value/type.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Kind;
using value::Type;

void clone_strings_at(NativeCall& call, const Type* type, std::byte* at) {
  switch (type->kind) {
    case Kind::String: {
      value::String text;
      std::memcpy(&text, at, sizeof text);
      gc::store(call.heap(), at, call.make_string(value::to_view(text)).data);
      return;
    }
    case Kind::Array:
      for (std::uint64_t i = 0; i < type->length; ++i) clone_strings_at(call, type->element, at + i * type->element->size);
      return;
    case Kind::Struct:
      for (const value::Field& field : type->fields) clone_strings_at(call, field.type, at + field.offset);
      return;
    default: return;
  }
}

NativeStatus clone_strings(NativeCall& call) {
  const auto [pointer, at] = call.args<const Type*, std::byte*>();
  clone_strings_at(call, pointer->element, at);
  return NativeStatus::Done;
}

constexpr native::NativeRow kRows[] = {
    {"unique.cloneStrings", clone_strings},
};

}  // namespace

std::span<const native::NativeRow> natives_unique() { return kRows; }

}  // namespace govm::stdlib
