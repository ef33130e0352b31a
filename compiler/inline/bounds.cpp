// Indexes that their form keeps in range.
#include "base/sorted_rows.h"
#include "compiler/inline/passes.h"
#include "compiler/inline/verdicts.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::inl {
namespace {

bool small_constant(const Node* node, int64_t* value) {
  while (node->op == Op::ConvNop && node->implicit) node = node->x;
  if (node->op != Op::Literal || node->value.kind() != constant::Kind::Int) return false;
  bool exact = false;
  *value = node->value.as_int64(exact);
  return exact && *value >= INT32_MIN && *value <= INT32_MAX;
}

bool is_bounded(const Node* index, int64_t length) {
  if (index->type == nullptr || !types::is_integer(index->type)) return false;
  bool is_signed = !types::is_unsigned(index->type);
  int64_t bits = 8 * types::size_of(index->type);
  int64_t value = 0;
  if (small_constant(index, &value)) return value >= 0 && value < length;
  switch (index->op) {
    case Op::And:
    case Op::AndNot: {
      int64_t mask = -1;
      if (small_constant(index->x, &value)) {
        mask = value;
      } else if (small_constant(index->y, &value)) {
        mask = value;
        if (index->op == Op::AndNot) {
          mask = ~mask;
          if (!is_signed && bits < 64) mask &= (int64_t(1) << bits) - 1;
        }
      }
      if (mask >= 0 && mask < length) return true;
      break;
    }
    case Op::Mod:
      if (!is_signed && small_constant(index->y, &value) && value >= 0 && value <= length) return true;
      break;
    case Op::Div:
      if (!is_signed && small_constant(index->y, &value)) {
        for (; bits > 0 && value >= 2; value >>= 1) --bits;
      }
      break;
    case Op::Rsh:
      if (!is_signed && small_constant(index->y, &value)) {
        if (value > bits) return true;
        bits -= value;
      }
      break;
    default: break;
  }
  return !is_signed && bits <= 62 && (int64_t(1) << bits) <= length;
}

}  // namespace

void note_elided_checks(const Function* function, std::vector<Remark>& remarks) {
  walk_tree(function->body, [&](const Node* node) {
    for (std::string_view rest = node->told_sites; !rest.empty();) {
      const std::string_view told = take_field(rest);
      if (static_cast<ToldSite>(told[0]) == ToldSite::Bounds) remarks.push_back({node->pos, std::string(told.substr(2))});
    }
    if (node->op != Op::Index || node->y->op == Op::Literal) return;
    int64_t length = -1;
    if (const auto* array = types::as<types::Array>(node->x->type)) length = array->length;
    if (node->x->op == Op::Literal && node->x->value.kind() == constant::Kind::String)
      length = static_cast<int64_t>(node->x->value.string_size());
    if (length > 0 && is_bounded(node->y, length)) remarks.push_back({node->pos, "index bounds check elided"});
  });
}

}  // namespace govm::inl
