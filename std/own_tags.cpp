// Access to the table that cli/std_tags makes while govm is built.
#include "base/embedded.h"
#include "std/std.h"

namespace govm::stdlib {

namespace {

extern "C" const EmbeddedEntry govm_std_own_tags[];
extern "C" const std::uint64_t govm_std_own_tags_count;

}  // namespace

std::string_view own_tags() { return find_embedded(govm_std_own_tags, govm_std_own_tags_count, "own_tags.tsv"); }

}  // namespace govm::stdlib
