// Sizes that Go's compiler refuses on amd64, and operands of print that it finds out about as late. Types that depend on type
// parameters are left out.
#include <algorithm>

#include "compiler/types/context.h"
#include "compiler/types/sizes.h"

namespace govm::types {
namespace {

constexpr int64_t kAddressSpace = (int64_t{1} << 50) - 1;
constexpr int64_t kChanElement = (int64_t{1} << 16) - 1;
constexpr int64_t kMapPart = (int64_t{1} << 31) - 1;
constexpr int64_t kFrame = (int64_t{1} << 30) - 1;
constexpr int64_t kSymbol = 2'000'000'000;

bool exceeds(const Type* type, int64_t limit) {
  if (is_parameterized(type)) return false;
  int64_t size = size_of(type);
  return size < 0 || size > limit;
}

void check_type_sizes(Context& c) {
  std::unordered_set<const Type*> reported;
  for (const Context::TypeAt& at : c.sized_types) {
    if (const auto* array = is_a<Array>(at.type)) {
      if (is_parameterized(array)) continue;
      const int64_t size = size_of(array->elem);
      if (size <= 0 || array->length <= kAddressSpace / size || !reported.insert(array).second) continue;
      c.report(at.pos, diag::kLargeArray, c.text(array));
    } else if (const auto* chan = is_a<Chan>(at.type)) {
      if (exceeds(chan->elem, kChanElement)) c.report(at.pos, diag::kLargeChanElement);
    } else if (const auto* map = is_a<Map>(at.type)) {
      if (exceeds(map->elem, kMapPart)) c.report(at.pos, diag::kLargeMapElement);
      if (exceeds(map->key, kMapPart)) c.report(at.pos, diag::kLargeMapKey);
    }
  }
}

// Parameters and results that are too large for registers lie in the frame.
void check_frame(Context& c, const syntax::Node* function, const Signature* signature) {
  int64_t size = 0;
  auto add = [&](const Var* var) {
    if (var == nullptr || is_parameterized(var->type)) return;
    constexpr int64_t kRegisters = 9 * 8;
    int64_t one = size_of(var->type);
    if (one > kRegisters) size += one;
  };
  add(signature->recv);
  for (const Var* var : signature->params) add(var);
  for (const Var* var : signature->results) add(var);
  if (size > kFrame) c.report(pos_of(function), diag::kLargeFrame, size >> 20);
}

}  // namespace

void check_limits(Context& c) {
  size_t errors = c.sink.count();
  check_type_sizes(c);
  if (errors != c.sink.count()) return;
  for (const Context::PrintAt& at : c.prints) {
    if (!is_parameterized(at.type)) c.report(at.pos, diag::kUnprintableOperand, at.function, c.text(unalias(at.type)));
  }
  for (const auto& [function, signature] : c.functions) check_frame(c, function, signature);
  if (errors != c.sink.count()) return;
  for (const auto& [object, decl] : c.decls) {
    const auto* var = as_object<Var>(object);
    if (var == nullptr || var->name.is_blank() || !exceeds(var->type, kSymbol)) continue;
    c.report(var->pos, diag::kLargeSymbol, c.package->path + "." + var->name.str(), size_of(var->type), kSymbol);
  }
}

}  // namespace govm::types
