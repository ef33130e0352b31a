// Access to the store that cli/std_code makes while govm is built.
#include "base/embedded.h"
#include "std/std.h"

namespace govm::stdlib {

namespace {

extern "C" const EmbeddedEntry govm_std_code[];
extern "C" const std::uint64_t govm_std_code_count;

}  // namespace

std::string_view code() { return find_embedded(govm_std_code, govm_std_code_count, "code.bin"); }

}  // namespace govm::stdlib
