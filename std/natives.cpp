// The natives of all packages.
#include <span>

#include "std/std.h"

namespace govm::stdlib {

#define GOVM_STD_NATIVES(table) std::span<const native::NativeRow> table();
#include "std/native_tables.inc"
#undef GOVM_STD_NATIVES

void add_natives(native::Registry& registry) {
#define GOVM_STD_NATIVES(table) registry.add(table());
#include "std/native_tables.inc"
#undef GOVM_STD_NATIVES
}

}  // namespace govm::stdlib
