// Built-in functions (spec: "Built-in functions") and package unsafe.
#include <fmt/format.h>

#include "compiler/types/common_underlying.h"
#include "compiler/types/context.h"
#include "compiler/types/sizes.h"

namespace govm::types {
namespace {

using constant::Value;

struct Arity {
  BuiltinId id;
  const char* name;
  size_t least;
  size_t most;  // SIZE_MAX: variadic
};

constexpr Arity kArities[] = {
    {BuiltinId::Append, "append", 1, SIZE_MAX},
    {BuiltinId::Cap, "cap", 1, 1},
    {BuiltinId::Clear, "clear", 1, 1},
    {BuiltinId::Close, "close", 1, 1},
    {BuiltinId::Complex, "complex", 2, 2},
    {BuiltinId::Copy, "copy", 2, 2},
    {BuiltinId::Delete, "delete", 2, 2},
    {BuiltinId::Imag, "imag", 1, 1},
    {BuiltinId::Len, "len", 1, 1},
    {BuiltinId::Make, "make", 1, 3},
    {BuiltinId::Max, "max", 1, SIZE_MAX},
    {BuiltinId::Min, "min", 1, SIZE_MAX},
    {BuiltinId::New, "new", 1, 1},
    {BuiltinId::Panic, "panic", 1, 1},
    {BuiltinId::Print, "print", 0, SIZE_MAX},
    {BuiltinId::Println, "println", 0, SIZE_MAX},
    {BuiltinId::Real, "real", 1, 1},
    {BuiltinId::Recover, "recover", 0, 0},
    {BuiltinId::UnsafeAdd, "unsafe.Add", 2, 2},
    {BuiltinId::UnsafeAlignof, "unsafe.Alignof", 1, 1},
    {BuiltinId::UnsafeOffsetof, "unsafe.Offsetof", 1, 1},
    {BuiltinId::UnsafeSizeof, "unsafe.Sizeof", 1, 1},
    {BuiltinId::UnsafeSlice, "unsafe.Slice", 2, 2},
    {BuiltinId::UnsafeSliceData, "unsafe.SliceData", 1, 1},
    {BuiltinId::UnsafeString, "unsafe.String", 2, 2},
    {BuiltinId::UnsafeStringData, "unsafe.StringData", 1, 1},
};

const Arity& arity_of(BuiltinId id) {
  for (const Arity& row : kArities) {
    if (row.id == id) return row;
  }
  return kArities[0];
}

// Spec: "The expression len(s) is constant if … s is an array … and the expression s does not contain channel
// receives or (non-constant) function calls".
bool has_call_or_receive(const Context& c, const syntax::Expr* expr) {
  switch (expr->kind) {
    case syntax::NodeKind::CallExpr: {
      auto* call = syntax::cast<syntax::CallExpr>(expr);
      if (c.info.mode_of(expr) == Mode::Constant) return false;
      if (c.info.mode_of(call->fun) == Mode::TypeExpr) return has_call_or_receive(c, call->args[0]);
      return true;
    }
    case syntax::NodeKind::UnaryExpr: {
      auto* unary = syntax::cast<syntax::UnaryExpr>(expr);
      return unary->op == syntax::Operator::Recv || has_call_or_receive(c, unary->x);
    }
    case syntax::NodeKind::ParenExpr: return has_call_or_receive(c, syntax::cast<syntax::ParenExpr>(expr)->x);
    case syntax::NodeKind::StarExpr: return has_call_or_receive(c, syntax::cast<syntax::StarExpr>(expr)->x);
    case syntax::NodeKind::SelectorExpr: return has_call_or_receive(c, syntax::cast<syntax::SelectorExpr>(expr)->x);
    case syntax::NodeKind::IndexExpr: {
      auto* index = syntax::cast<syntax::IndexExpr>(expr);
      return has_call_or_receive(c, index->x) || has_call_or_receive(c, index->index());
    }
    case syntax::NodeKind::BinaryExpr: {
      auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
      return has_call_or_receive(c, binary->x) || has_call_or_receive(c, binary->y);
    }
    case syntax::NodeKind::CompositeLit: {
      for (const syntax::Expr* elem : syntax::cast<syntax::CompositeLit>(expr)->elems) {
        auto* pair = syntax::as<syntax::KeyValueExpr>(elem);
        if (has_call_or_receive(c, pair ? pair->value : elem)) return true;
      }
      return false;
    }
    default: return false;
  }
}

// One call of a built-in under check. Each rule leaves the result in x and says whether it is valid.
class BuiltinCall {
 public:
  BuiltinCall(Context& c, Operand& x, syntax::CallExpr* call, BuiltinId id) : c(c), x(x), call(call), id(id), row(arity_of(id)) {}

  bool check() {
    if (call->has_dots && id != BuiltinId::Append) {
      std::string_view name = row.name;
      c.report(pos_of(call), diag::kDotsOfBuiltin, name.substr(name.find('.') + 1));
      use(c, call->args);
      return false;
    }
    bool takes_type = id == BuiltinId::Make || id == BuiltinId::New;
    if (!takes_type && id != BuiltinId::UnsafeOffsetof) {
      args = check_list(c, call->args, false);
      for (const Operand& arg : args) {
        if (!arg) return false;
      }
      if (!args.empty()) x = args[0];
    }
    size_t count = takes_type || id == BuiltinId::UnsafeOffsetof ? call->args.size() : args.size();
    bool may_have_more = id == BuiltinId::Make;  // checked there, by type
    if (count < row.least || (count > row.most && !may_have_more)) {
      c.report(pos_of(call), diag::kBuiltinArgumentCount, count < row.least ? "not enough" : "too many", c.text(call),
               static_cast<int64_t>(row.least), static_cast<int64_t>(count));
      return false;
    }
    switch (id) {
      case BuiltinId::Append: return append();
      case BuiltinId::Len:
      case BuiltinId::Cap: return length();
      case BuiltinId::Clear: return clear();
      case BuiltinId::Close: return close();
      case BuiltinId::Complex: return complex();
      case BuiltinId::Real:
      case BuiltinId::Imag: return part();
      case BuiltinId::Copy: return copy();
      case BuiltinId::Delete: return erase();
      case BuiltinId::Make: return make();
      case BuiltinId::Max:
      case BuiltinId::Min: return extreme();
      case BuiltinId::New: return allocate();
      case BuiltinId::Panic: check_assignment(c, x, c.store.empty_interface(), "argument to panic"); return x && no_value();
      case BuiltinId::Print:
      case BuiltinId::Println:
        for (Operand& arg : args) {
          check_assignment(c, arg, nullptr, fmt::format("argument to built-in {}", row.name));
          if (!arg) return false;
          if (is_a<Struct>(underlying(arg.type)) || is_a<Array>(underlying(arg.type))) c.prints.push_back({call->pos, row.name, arg.type});
        }
        return no_value();
      case BuiltinId::Recover: return value(c.store.empty_interface());
      default: return unsafe();
    }
  }

 private:
  bool value(const Type* type) {
    x.mode = Mode::Value;
    x.type = type;
    return true;
  }
  bool constant(int64_t number, const Type* type) {
    x.mode = Mode::Constant;
    x.value = Value::from_int64(number);
    x.type = type;
    return true;
  }
  bool no_value() {
    x.mode = Mode::NoValue;
    x.type = nullptr;
    return true;
  }
  bool invalid_argument(std::string_view why) {
    c.report(pos_of(x), diag::kInvalidBuiltinArgument, c.text(x), why);
    return false;
  }

  // Spec: "The variadic function append appends zero or more values x to a slice s of type S … These values are passed to
  // a parameter of type ...E where E is the element type of S and the respective parameter passing rules apply. As a
  // special case, append also accepts a first argument assignable to type []byte with a second argument of string type
  // followed by ... ."
  bool append() {
    std::string why;
    const Type* elem = common_slice_element(c, x, why);
    if (!elem) {
      c.report(pos_of(x), diag::kInvalidAppend, why);
      return false;
    }
    const Type* result = x.type;
    if (args.size() == 2 && call->has_dots && is_byte_slice(x) && is_bytes_or_string(args[1].type, true)) {
      if (is_untyped(args[1].type)) convert_untyped(c, args[1], c.basic(BasicKind::String));
      return value(result);
    }
    auto* signature = c.store.make<Signature>();
    for (const Type* type : {result, static_cast<const Type*>(c.store.slice_of(elem))}) {
      signature->params.push_back(c.store.make_var(Pos(), c.package, Symbol(), type, VarKind::Param));
    }
    signature->variadic = true;
    // The result is known, whatever is wrong with the arguments.
    pass_values(c, call, signature, args);
    return value(result);
  }
  /// Assignable to []byte.
  bool is_byte_slice(const Operand& operand) { return is_assignable(c, operand, c.store.slice_of(c.store.byte_type()), nullptr); }
  /// All types of the set are strings or []byte, one at least a string if that is asked for.
  bool is_bytes_or_string(const Type* type, bool need_string) {
    bool has_string = false;
    bool fits = for_each_term(type, [&](const Type*, const Type* under) {
      if (!under) return false;
      if (auto* slice = as<Slice>(under)) return identical(slice->elem, c.store.byte_type());
      has_string |= is_string(under);
      return is_string(under);
    });
    return fits && (has_string || !need_string);
  }

  bool length() {
    const Type* under = underlying(x.type);
    if (auto* pointer = as<Pointer>(x.type); pointer && !is_type_param(x.type)) {
      if (auto* array = as<Array>(pointer->elem)) under = array;
    }
    bool is_len = id == BuiltinId::Len;
    auto fits = [&](const Type* t) {
      if (!t) return false;
      switch (t->kind()) {
        case TypeKind::Basic: return is_len && is_string(t);
        case TypeKind::Array:
        case TypeKind::Slice:
        case TypeKind::Chan: return true;
        case TypeKind::Map: return is_len;
        case TypeKind::Pointer: return as<Array>(static_cast<const Pointer*>(t)->elem) != nullptr;
        default: return false;
      }
    };
    bool valid =
        is_type_param(x.type) ? for_each_term(x.type, [&](const Type*, const Type* t) { return fits(t); }) : fits(under) && !x.is_nil();
    if (!valid) {
      if (!is_invalid(under)) c.report(pos_of(x), diag::kInvalidLength, c.text(x), row.name);
      return false;
    }
    if (x.mode == Mode::Constant && is_string(x.type)) {
      int64_t size = static_cast<int64_t>(x.value.string_size());
      if (is_untyped(x.type)) update_expr_type(c, x.expr, c.basic(BasicKind::String));
      return constant(size, c.basic(BasicKind::Int));
    }
    if (auto* array =
            !is_type_param(x.type) && under ? (under->kind() == TypeKind::Array ? static_cast<const Array*>(under) : nullptr) : nullptr) {
      if (!has_call_or_receive(c, x.expr)) return constant(array->length, c.basic(BasicKind::Int));
    }
    return value(c.basic(BasicKind::Int));
  }

  bool clear() {
    c.require_version(pos_of(call->fun), 21, "clear");
    bool valid =
        for_each_term(x.type, [](const Type*, const Type* t) { return t && (t->kind() == TypeKind::Map || t->kind() == TypeKind::Slice); });
    if (!valid) {
      c.report(pos_of(x), diag::kInvalidClear, c.text(x));
      return false;
    }
    return no_value();
  }

  bool close() {
    bool valid = for_each_term(x.type, [&](const Type*, const Type* under) {
      auto* chan = as<Chan>(under);
      if (!chan) {
        c.report(pos_of(x), diag::kCloseOfNonChannel, c.text(x));
        return false;
      }
      if (chan->dir == ChanDir::RecvOnly) {
        c.report(pos_of(x), diag::kCloseOfReceiveOnly, c.text(x));
        return false;
      }
      return true;
    });
    return valid && no_value();
  }

  /// The type of a result for that of the argument; of a type parameter, for which no result type exists, reported.
  template <typename ResultOf>
  const Type* result_type(ResultOf&& result_of) {
    auto of_type = [&](const Type* type) {
      auto* basic = as<Basic>(type);
      return basic ? result_of(basic->basic()) : nullptr;
    };
    if (!is_type_param(x.type)) return of_type(x.type);
    const Type* any = nullptr;
    bool fits = for_each_term(x.type, [&](const Type* t, const Type*) {
      any = t ? of_type(t) : nullptr;
      return any != nullptr;
    });
    if (!fits) return nullptr;
    c.report(pos_of(x), diag::kTypeParamOfComplex, c.text(x), row.name);
    return c.invalid_type();
  }

  bool complex() {
    Operand& y = args[1];
    bool x_untyped = is_untyped(x.type), y_untyped = is_untyped(y.type);
    if (x_untyped != y_untyped) {
      if (x_untyped) {
        convert_untyped(c, x, y.type);
      } else {
        convert_untyped(c, y, x.type);
      }
    } else if (x_untyped && x.mode == Mode::Constant && y.mode == Mode::Constant) {
      for (Operand* operand : {&x, &y}) {
        if (is_numeric(operand->type) && operand->value.to_complex().imaginary().sign() == 0)
          operand->type = c.basic(BasicKind::UntypedFloat);
      }
    } else if (x_untyped) {
      convert_untyped(c, x, c.basic(BasicKind::Float64));
      convert_untyped(c, y, c.basic(BasicKind::Float64));
    }
    if (!x || !y) return false;
    if (!identical(x.type, y.type)) {
      c.report(pos_of(x), diag::kInvalidOperation, c.text(call), fmt::format("mismatched types {} and {}", c.text(x.type), c.text(y.type)));
      return false;
    }
    const Type* result = result_type([&](BasicKind kind) -> const Type* {
      switch (kind) {
        case BasicKind::Float32: return c.basic(BasicKind::Complex64);
        case BasicKind::Float64: return c.basic(BasicKind::Complex128);
        case BasicKind::UntypedFloat: return c.basic(BasicKind::UntypedComplex);
        default: return nullptr;
      }
    });
    if (!result) {
      c.report(pos_of(x), diag::kComplexOfNonFloat, c.text(x.type));
      return false;
    }
    if (is_invalid(result)) return false;
    if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
      Value real = x.value.to_float(), imaginary = y.value.to_float();
      x.value = Value::complex(real, imaginary);
      x.type = result;
      return true;
    }
    return value(result);
  }

  bool part() {
    if (is_untyped(x.type)) {
      if (x.mode == Mode::Constant) {
        if (is_numeric(x.type)) x.type = c.basic(BasicKind::UntypedComplex);
      } else {
        convert_untyped(c, x, c.basic(BasicKind::Complex128));
        if (!x) return false;
      }
    }
    const Type* result = result_type([&](BasicKind kind) -> const Type* {
      switch (kind) {
        case BasicKind::Complex64: return c.basic(BasicKind::Float32);
        case BasicKind::Complex128: return c.basic(BasicKind::Float64);
        case BasicKind::UntypedComplex: return c.basic(BasicKind::UntypedFloat);
        default: return nullptr;
      }
    });
    if (!result) {
      c.report(pos_of(x), diag::kPartOfNonComplex, c.text(x.type));
      return false;
    }
    if (is_invalid(result)) return false;
    if (x.mode == Mode::Constant) {
      Value number = x.value.to_complex();
      x.value = id == BuiltinId::Real ? number.real() : number.imaginary();
      x.type = result;
      return true;
    }
    return value(result);
  }

  // Spec: "Both arguments must have identical element type E and must be assignable to a slice of type []E … As a special
  // case, copy also accepts a destination argument assignable to type []byte with a source argument of string type."
  bool copy() {
    Operand& y = args[1];
    std::string why;
    const Type* to = common_slice_element(c, x, why);
    if (!to) {
      c.report(pos_of(x), diag::kInvalidCopy, why);
      return false;
    }
    if (!is_byte_slice(x) || !is_bytes_or_string(y.type, false)) {
      const Type* from = common_slice_element(c, y, why);
      if (!from && is_string(y.type)) from = c.store.byte_type();
      if (!from) {
        c.report(pos_of(y), diag::kInvalidCopy, why);
        return false;
      }
      if (!identical(to, from)) {
        c.report(pos_of(x), diag::kMismatchedCopy, c.text(x), c.text(y), c.text(to), c.text(from));
        return false;
      }
    } else if (is_untyped(y.type)) {
      convert_untyped(c, y, c.basic(BasicKind::String));
    }
    return value(c.basic(BasicKind::Int));
  }

  bool erase() {
    const Type* key = nullptr;
    bool valid = for_each_term(x.type, [&](const Type*, const Type* under) {
      auto* map = as<Map>(under);
      if (!map) {
        c.report(pos_of(x), diag::kDeleteOfNonMap, c.text(x));
        return false;
      }
      if (key && !identical(key, map->key)) {
        c.report(pos_of(x), diag::kMismatchedDelete, c.text(x));
        return false;
      }
      key = map->key;
      return true;
    });
    if (!valid) return false;
    check_assignment(c, args[1], key, "argument to delete");
    return args[1] && no_value();
  }

  bool make() {
    const Type* type = check_var_type(c, call->args[0]);
    if (is_invalid(type)) return false;
    std::string why;
    const Type* core = common_underlying(
        c, type,
        [](const Context&, const Type*, const Type* under) -> std::string {
          if (!under) return "no specific type";
          bool fits = under->kind() == TypeKind::Slice || under->kind() == TypeKind::Map || under->kind() == TypeKind::Chan;
          return fits ? "" : "type must be slice, map, or channel";
        },
        why);
    if (!core) {
      c.report(pos_of(call->args[0]), diag::kInvalidMake, c.text(call->args[0]), why);
      return false;
    }
    size_t least = core->kind() == TypeKind::Slice ? 2 : 1;
    size_t count = call->args.size();
    if (count < least || count > least + 1) {
      c.report(pos_of(call), diag::kMakeArguments, c.text(call), static_cast<int64_t>(least), static_cast<int64_t>(least + 1),
               static_cast<int64_t>(count));
      return false;
    }
    int64_t sizes[2] = {-1, -1};
    for (size_t i = 1; i < count; i++) sizes[i - 1] = check_index_value(c, call->args[i], -1);
    if (sizes[0] >= 0 && sizes[1] >= 0 && sizes[0] > sizes[1]) {
      c.report(pos_of(call->args[1]), diag::kSwappedMakeSizes);
    }
    x.expr = call;
    return value(type);
  }
  bool extreme() {
    c.require_version(pos_of(call->fun), 21, fmt::format("built-in {}", row.name));
    auto order = id == BuiltinId::Max ? constant::CompareOp::Greater : constant::CompareOp::Less;
    for (size_t i = 0; i < args.size(); i++) {
      Operand& arg = args[i];
      if (!is_ordered(arg.type)) {
        c.report(pos_of(arg), diag::kUnorderedExtreme, c.text(arg));
        return false;
      }
      if (i == 0) continue;
      match_types(c, x, arg);
      if (!x) return false;
      if (!identical(x.type, arg.type)) {
        c.report(pos_of(arg), diag::kMismatchedExtreme, c.text(x.type), c.text(arg.type), c.text(arg.expr));
        return false;
      }
      if (x.mode != Mode::Constant || arg.mode != Mode::Constant) {
        x.mode = Mode::Value;
      } else if (constant::compare(arg.value, order, x.value)) {
        x = arg;
      }
    }
    if (x.mode != Mode::Constant) {
      x.mode = Mode::Value;
      check_assignment(c, x, c.store.empty_interface(), fmt::format("argument to built-in {}", row.name));
      if (!x) return false;
    }
    for (Operand& arg : args) update_expr_type(c, arg.expr, x.type, true);
    return true;
  }

  // new(T), and since Go 1.26 new(value).
  bool allocate() {
    Operand arg;
    check_expr_or_type(c, arg, call->args[0]);
    if (!arg) return false;
    if (arg.mode == Mode::Builtin) {
      c.report(pos_of(arg), diag::kUncalledBuiltin, c.text(arg));
      return false;
    }
    if (arg.mode == Mode::TypeExpr) {
      require_var_type(c, call->args[0], arg.type);
    } else {
      if (is_untyped(arg.type)) check_assignment(c, arg, nullptr, "argument to new");
      if (!arg) return false;
      c.require_version(pos_of(call->fun), 26, fmt::format("new({})", c.text(call->args[0])));
    }
    x = arg;
    return value(c.store.pointer_to(arg.type));
  }

  bool unsafe() {
    const Type* pointer = c.basic(BasicKind::UnsafePointer);
    const Type* uintptr = c.basic(BasicKind::Uintptr);
    switch (id) {
      case BuiltinId::UnsafeAdd:
        c.require_version(pos_of(call->fun), 17, row.name);
        check_assignment(c, x, pointer, "argument to unsafe.Add");
        return x && check_index_operand(c, args[1], "length", true) && value(pointer);
      case BuiltinId::UnsafeAlignof:
        check_assignment(c, x, nullptr, "argument to unsafe.Alignof");
        if (x && has_variable_size(c, x.type)) return value(uintptr);
        return x && constant(align_of(x.type), uintptr);
      case BuiltinId::UnsafeSizeof:
        check_assignment(c, x, nullptr, "argument to unsafe.Sizeof");
        if (x && has_variable_size(c, x.type)) return value(uintptr);
        return x && sized(size_of(x.type));
      case BuiltinId::UnsafeOffsetof: return offset_of();
      case BuiltinId::UnsafeSlice: {
        c.require_version(pos_of(call->fun), 17, row.name);
        auto* p = as<Pointer>(core_type(x.type));
        if (!p) return invalid_argument("is not a pointer");
        return check_index_operand(c, args[1], "length", false) && value(c.store.slice_of(p->elem));
      }
      case BuiltinId::UnsafeSliceData: {
        c.require_version(pos_of(call->fun), 20, row.name);
        auto* slice = as<Slice>(core_type(x.type));
        if (!slice) return invalid_argument("is not a slice");
        return value(c.store.pointer_to(slice->elem));
      }
      case BuiltinId::UnsafeString:
        c.require_version(pos_of(call->fun), 20, row.name);
        check_assignment(c, x, c.store.pointer_to(c.store.byte_type()), "argument to unsafe.String");
        return x && check_index_operand(c, args[1], "length", false) && value(c.basic(BasicKind::String));
      case BuiltinId::UnsafeStringData:
        c.require_version(pos_of(call->fun), 20, row.name);
        check_assignment(c, x, c.basic(BasicKind::String), "argument to unsafe.StringData");
        return x && value(c.store.pointer_to(c.store.byte_type()));
      default: return false;
    }
  }
  bool sized(int64_t size) {
    if (size < 0) {
      c.report(pos_of(x), diag::kLargeType, c.text(x));
      return false;
    }
    return constant(size, c.basic(BasicKind::Uintptr));
  }
  bool offset_of() {
    syntax::Expr* arg = call->args[0];
    auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(arg));
    if (!selector) {
      c.report(pos_of(arg), diag::kNotASelector, c.text(arg));
      use(c, call->args);
      return false;
    }
    check_expr(c, x, selector->x);
    if (!x) return false;
    const Type* base = x.type;
    if (auto* p = as<Pointer>(base); p && as<Struct>(p->elem)) base = p->elem;
    Found found = lookup_field_or_method(base, false, c.package, selector->sel->symbol);
    if (!found.object) {
      c.report(pos_of(x), diag::kNoSingleField, c.text(base), selector->sel->text());
      return false;
    }
    if (!as_object<Var>(found.object)) {
      c.report(pos_of(arg), diag::kOffsetOfMethod, c.text(arg));
      return false;
    }
    if (found.indirect) {
      c.report(pos_of(x), diag::kOffsetThroughPointer, selector->sel->text(), c.text(base));
      return false;
    }
    Operand field;
    check_expr(c, field, selector);
    x.expr = call;
    if (has_variable_size(c, base)) return value(c.basic(BasicKind::Uintptr));
    int64_t offset = 0;
    const Type* type = base;
    for (uint32_t index : found.path) {
      auto* structure = as<Struct>(type);
      offset += field_offset(structure, index);
      type = structure->fields[index]->type;
    }
    return sized(offset);
  }

  Context& c;
  Operand& x;
  syntax::CallExpr* call;
  BuiltinId id;
  const Arity& row;
  std::vector<Operand> args;
};

}  // namespace

bool check_builtin(Context& c, Operand& x, syntax::CallExpr* call, BuiltinId id) { return BuiltinCall(c, x, call, id).check(); }

}  // namespace govm::types
