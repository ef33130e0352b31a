// The natives of regexp/syntax: the tables of package unicode by name.
#include <algorithm>
#include <span>

#include "std/unicode/tables.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::String;

/// As class.go numbers them.
enum class Names : std::int64_t { Categories, Scripts, CategoryFolds, ScriptFolds, CategoryAliases };

std::span<const unicode::NamedTable> tables_of(Names names) {
  switch (names) {
    case Names::Categories: return unicode::kCategories;
    case Names::Scripts: return unicode::kScripts;
    case Names::CategoryFolds: return unicode::kCategoryFolds;
    case Names::ScriptFolds: return unicode::kScriptFolds;
    case Names::CategoryAliases: break;
  }
  return {};
}

NativeStatus find(NativeCall& call) {
  const auto [in, name] = call.args<Names, String>();
  const std::span<const unicode::NamedTable> tables = tables_of(in);
  const auto found = std::ranges::lower_bound(tables, value::to_view(name), {}, &unicode::NamedTable::name);
  return call.done(found != tables.end() && found->name == value::to_view(name) ? &unicode::tables[found->number] : nullptr);
}

NativeStatus name_at(NativeCall& call) {
  const auto [in, index] = call.args<Names, std::int64_t>();
  const auto i = static_cast<std::size_t>(index);
  unicode::Alias named{};
  if (in == Names::CategoryAliases) {
    if (i < unicode::kCategoryAliases.size()) named = unicode::kCategoryAliases[i];
  } else if (i < tables_of(in).size()) {
    named.name = tables_of(in)[i].name;
  }
  return call.done(value::borrow(named.name), value::borrow(named.actual));
}

constexpr native::NativeRow kRows[] = {
    {"regexp/syntax.find", find},
    {"regexp/syntax.nameAt", name_at},
};

}  // namespace

std::span<const native::NativeRow> natives_regexp_syntax() { return kRows; }

}  // namespace govm::stdlib
