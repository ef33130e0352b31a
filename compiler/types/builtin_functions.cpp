// Built-in functions (spec: "Built-in functions") and package unsafe.
#include <fmt/format.h>

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
    {BuiltinId::Append, "append", 1, SIZE_MAX}, {BuiltinId::Cap, "cap", 1, 1}, {BuiltinId::Clear, "clear", 1, 1},
    {BuiltinId::Close, "close", 1, 1}, {BuiltinId::Complex, "complex", 2, 2}, {BuiltinId::Copy, "copy", 2, 2},
    {BuiltinId::Delete, "delete", 2, 2}, {BuiltinId::Imag, "imag", 1, 1}, {BuiltinId::Len, "len", 1, 1},
    {BuiltinId::Make, "make", 1, 3}, {BuiltinId::Max, "max", 1, SIZE_MAX}, {BuiltinId::Min, "min", 1, SIZE_MAX},
    {BuiltinId::New, "new", 1, 1}, {BuiltinId::Panic, "panic", 1, 1}, {BuiltinId::Print, "print", 0, SIZE_MAX},
    {BuiltinId::Println, "println", 0, SIZE_MAX}, {BuiltinId::Real, "real", 1, 1}, {BuiltinId::Recover, "recover", 0, 0},
    {BuiltinId::UnsafeAdd, "unsafe.Add", 2, 2}, {BuiltinId::UnsafeAlignof, "unsafe.Alignof", 1, 1},
    {BuiltinId::UnsafeOffsetof, "unsafe.Offsetof", 1, 1}, {BuiltinId::UnsafeSizeof, "unsafe.Sizeof", 1, 1},
    {BuiltinId::UnsafeSlice, "unsafe.Slice", 2, 2}, {BuiltinId::UnsafeSliceData, "unsafe.SliceData", 1, 1},
    {BuiltinId::UnsafeString, "unsafe.String", 2, 2}, {BuiltinId::UnsafeStringData, "unsafe.StringData", 1, 1},
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
      c.report(pos_of(call->args.back()), diag::kDotsOfBuiltin, row.name);
      for (syntax::Expr* arg : call->args) {
        Operand ignored;
        check_raw(c, ignored, arg);
      }
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
    if (count < row.least || count > row.most) {
      if (count < row.least) {
        c.report(call->rparen, diag::kFewBuiltinArguments, c.text(call), static_cast<int64_t>(row.least), static_cast<int64_t>(count));
      } else {
        c.report(pos_of(call->args[std::min(row.most, call->args.size() - 1)]), diag::kManyBuiltinArguments, c.text(call),
                 static_cast<int64_t>(row.most), static_cast<int64_t>(count));
      }
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
      case BuiltinId::Panic:
        check_assignment(c, x, c.store.empty_interface(), "argument to panic");
        return x && no_value();
      case BuiltinId::Print:
      case BuiltinId::Println:
        for (Operand& arg : args) {
          check_assignment(c, arg, nullptr, fmt::format("argument to built-in {}", row.name));
          if (!arg) return false;
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

  bool append() {
    const Type* result = x.type;
    if (x.is_nil()) {
      c.report(pos_of(x), diag::kUntypedNilAppend);
      return false;
    }
    auto* slice = as<Slice>(core_type(x.type));
    if (!slice) {
      c.report(pos_of(x), diag::kInvalidAppend, c.text(x));
      return false;
    }
    // Spec: "As a special case, if the core type of s is []byte, append also accepts a second argument with core
    // type bytestring followed by ..."
    if (call->has_dots) {
      if (args.size() != 2) {
        if (args.size() == 1) c.report(pos_of(x), diag::kDotsOfBuiltin, row.name);
        return args.size() != 1 && extra_dots();
      }
      auto* elem = as<Basic>(slice->elem);
      const Type* core = core_string(args[1].type);
      if (elem && elem->basic() == BasicKind::Uint8 && core && is_string(core)) {
        if (is_untyped(args[1].type)) convert_untyped(c, args[1], c.basic(BasicKind::String));
        return value(result);
      }
      check_assignment(c, args[1], c.store.slice_of(slice->elem), "argument");
      return args[1] && value(result);
    }
    bool valid = true;
    for (size_t i = 1; i < args.size(); i++) {
      check_assignment(c, args[i], slice->elem, "argument");
      valid &= static_cast<bool>(args[i]);
    }
    return valid && value(result);
  }
  bool extra_dots() {
    c.report(pos_of(args[2]), diag::kManyArguments, "append");
    return false;
  }

  bool length() {
    const Type* under = underlying(x.type);
    if (auto* pointer = as<Pointer>(x.type)) {
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
    bool valid = is_type_param(x.type) ? for_each_term(x.type, [&](const Type*, const Type* t) { return fits(t); }) : fits(under) && !x.is_nil();
    if (!valid) {
      c.report(pos_of(x), diag::kInvalidLength, c.text(x), row.name);
      return false;
    }
    if (x.mode == Mode::Constant && is_string(x.type)) {
      int64_t size = static_cast<int64_t>(x.value.as_string().size());
      if (is_untyped(x.type)) update_expr_type(c, x.expr, c.basic(BasicKind::String));
      return constant(size, c.basic(BasicKind::Int));
    }
    if (auto* array = !is_type_param(x.type) && under ? (under->kind() == TypeKind::Array ? static_cast<const Array*>(under) : nullptr) : nullptr) {
      if (!has_call_or_receive(c, x.expr)) return constant(array->length, c.basic(BasicKind::Int));
    }
    return value(c.basic(BasicKind::Int));
  }

  bool clear() {
    bool valid = for_each_term(x.type, [](const Type*, const Type* t) {
      return t && (t->kind() == TypeKind::Map || t->kind() == TypeKind::Slice);
    });
    if (!valid || x.is_nil()) return invalid_argument("must be (or constrained by) map or slice");
    return no_value();
  }

  bool close() {
    auto* chan = as<Chan>(core_type(x.type));
    if (!chan) {
      c.report(pos_of(x), diag::kCloseOfNonChannel, c.text(x));
      return false;
    }
    if (chan->dir == ChanDir::RecvOnly) {
      c.report(pos_of(x), diag::kCloseOfReceiveOnly, c.text(x));
      return false;
    }
    return no_value();
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
    } else if (x_untyped && !(x.mode == Mode::Constant && y.mode == Mode::Constant)) {
      convert_untyped(c, x, c.basic(BasicKind::Float64));
      convert_untyped(c, y, c.basic(BasicKind::Float64));
    }
    if (!x || !y) return false;
    if (!identical(x.type, y.type) && !(is_untyped(x.type) && is_untyped(y.type))) {
      c.report(pos_of(x), diag::kInvalidOperation, c.text(call), fmt::format("mismatched types {} and {}", c.text(x.type), c.text(y.type)));
      return false;
    }
    const Basic* basic = as<Basic>(x.type);
    const Type* result = nullptr;
    if (basic && basic->basic() == BasicKind::Float32) result = c.basic(BasicKind::Complex64);
    if (basic && basic->basic() == BasicKind::Float64) result = c.basic(BasicKind::Complex128);
    if (basic && is_untyped(basic) && is_numeric(basic)) result = c.basic(BasicKind::UntypedComplex);
    if (!result) {
      c.report(pos_of(x), diag::kComplexOfNonFloat, c.text(x.type));
      return false;
    }
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
      if (x.mode == Mode::Constant && is_numeric(x.type)) {
        x.type = c.basic(BasicKind::UntypedComplex);
      } else {
        convert_untyped(c, x, c.basic(BasicKind::Complex128));
        if (!x) return false;
      }
    }
    const Basic* basic = as<Basic>(x.type);
    const Type* result = nullptr;
    if (basic && basic->basic() == BasicKind::Complex64) result = c.basic(BasicKind::Float32);
    if (basic && basic->basic() == BasicKind::Complex128) result = c.basic(BasicKind::Float64);
    if (basic && basic->basic() == BasicKind::UntypedComplex) result = c.basic(BasicKind::UntypedFloat);
    if (!result) return invalid_argument("not of complex type");
    if (x.mode == Mode::Constant) {
      Value number = x.value.to_complex();
      x.value = id == BuiltinId::Real ? number.real() : number.imaginary();
      x.type = result;
      return true;
    }
    return value(result);
  }

  bool copy() {
    Operand& y = args[1];
    auto* to = as<Slice>(core_type(x.type));
    const Type* from_core = core_string(y.type);
    auto* elem = to ? as<Basic>(to->elem) : nullptr;
    if (to && from_core && is_string(from_core) && elem && elem->basic() == BasicKind::Uint8) {
      if (is_untyped(y.type)) convert_untyped(c, y, c.basic(BasicKind::String));
      return value(c.basic(BasicKind::Int));
    }
    auto* from = as<Slice>(from_core);
    if (!to || !from) {
      c.report(pos_of(call), diag::kInvalidCopy, c.text(call), c.text(to ? y : x));
      return false;
    }
    if (!identical(to->elem, from->elem)) {
      c.report(pos_of(x), diag::kMismatchedCopy, c.text(x), c.text(y), c.text(to->elem), c.text(from->elem));
      return false;
    }
    return value(c.basic(BasicKind::Int));
  }

  bool erase() {
    auto* map = as<Map>(core_type(x.type));
    if (!map) {
      c.report(pos_of(x), diag::kDeleteOfNonMap, c.text(x));
      return false;
    }
    check_assignment(c, args[1], map->key, "argument to delete");
    return args[1] && no_value();
  }

  bool make() {
    const Type* type = check_var_type(c, call->args[0]);
    if (is_invalid(type)) return false;
    const Type* core = core_type(type);
    size_t least = 0;
    switch (core ? core->kind() : TypeKind::Basic) {
      case TypeKind::Slice: least = 2; break;
      case TypeKind::Map:
      case TypeKind::Chan: least = 1; break;
      default:
        c.report(pos_of(call->args[0]), diag::kInvalidMake, c.text(call->args[0]));
        return false;
    }
    size_t count = call->args.size();
    if (count < least || count > least + 1) {
      c.report(pos_of(call), diag::kMakeArguments, c.text(call), static_cast<int64_t>(least), static_cast<int64_t>(least + 1),
               static_cast<int64_t>(count));
      return false;
    }
    int64_t sizes[2] = {-1, -1};
    for (size_t i = 1; i < count; i++) sizes[i - 1] = make_size(call->args[i]);
    if (sizes[0] >= 0 && sizes[1] >= 0 && sizes[0] > sizes[1]) {
      c.report(pos_of(call->args[1]), diag::kSwappedMakeSizes, c.text(call));
    }
    x.expr = call;
    return value(type);
  }
  // Spec: sizes "must be of integer type, … or an untyped constant"; floats with integral values pass too.
  int64_t make_size(syntax::Expr* expr) { return check_index_value(c, expr, -1, true); }

  bool extreme() {
    syntax::Operator op = id == BuiltinId::Max ? syntax::Operator::Gtr : syntax::Operator::Lss;
    for (Operand& arg : args) {
      if (!is_ordered(arg.type)) {
        c.report(pos_of(arg), diag::kUnorderedExtreme, c.text(arg), row.name);
        return false;
      }
    }
    for (size_t i = 1; i < args.size(); i++) {
      if (!match_types(c, x, args[i]) || !x || !args[i] || !identical(x.type, args[i].type)) {
        if (x && args[i]) {
          c.report(pos_of(args[i]), diag::kMismatchedExtreme, c.text(args[i].type), c.text(x.type));
        }
        return false;
      }
      if (x.mode == Mode::Constant && args[i].mode == Mode::Constant) {
        auto order = op == syntax::Operator::Gtr ? constant::CompareOp::Greater : constant::CompareOp::Less;
        if (constant::compare(args[i].value, order, x.value)) x.value = args[i].value;
      } else {
        x.mode = Mode::Value;
      }
    }
    if (x.mode != Mode::Constant) {
      x.mode = Mode::Value;
      const Type* type = c.store.default_type(x.type);
      if (is_untyped(x.type)) {
        for (Operand& arg : args) update_expr_type(c, arg.expr, type);
        x.type = type;
      } else {
        for (Operand& arg : args) update_expr_type(c, arg.expr, x.type);
      }
    } else if (!is_untyped(x.type)) {
      for (Operand& arg : args) update_expr_type(c, arg.expr, x.type);
    }
    return true;
  }

  // new(T), and since Go 1.26 new(value).
  bool allocate() {
    Operand arg;
    check_expr_or_type(c, arg, call->args[0]);
    if (!arg) return false;
    if (arg.mode != Mode::TypeExpr) {
      check_assignment(c, arg, nullptr, "argument to new");
      if (!arg) return false;
    }
    x = arg;
    return value(c.store.pointer_to(arg.type));
  }

  bool unsafe() {
    const Type* pointer = c.basic(BasicKind::UnsafePointer);
    const Type* uintptr = c.basic(BasicKind::Uintptr);
    switch (id) {
      case BuiltinId::UnsafeAdd:
        check_assignment(c, x, pointer, "argument to unsafe.Add");
        return x && count_argument() && value(pointer);
      case BuiltinId::UnsafeAlignof:
        check_assignment(c, x, nullptr, "argument to unsafe.Alignof");
        if (x && is_parameterized(x.type)) return value(uintptr);
        return x && constant(align_of(x.type), uintptr);
      case BuiltinId::UnsafeSizeof:
        check_assignment(c, x, nullptr, "argument to unsafe.Sizeof");
        if (x && is_parameterized(x.type)) return value(uintptr);
        return x && constant(size_of(x.type), uintptr);
      case BuiltinId::UnsafeOffsetof: return offset_of();
      case BuiltinId::UnsafeSlice: {
        auto* p = as<Pointer>(core_type(x.type));
        if (!p) return invalid_argument("is not a pointer");
        return count_argument() && value(c.store.slice_of(p->elem));
      }
      case BuiltinId::UnsafeSliceData: {
        auto* slice = as<Slice>(core_type(x.type));
        if (!slice) return invalid_argument("is not a slice");
        return value(c.store.pointer_to(slice->elem));
      }
      case BuiltinId::UnsafeString:
        check_assignment(c, x, c.store.pointer_to(c.store.byte_type()), "argument to unsafe.String");
        return x && count_argument() && value(c.basic(BasicKind::String));
      case BuiltinId::UnsafeStringData:
        check_assignment(c, x, c.basic(BasicKind::String), "argument to unsafe.StringData");
        return x && value(c.store.pointer_to(c.store.byte_type()));
      default: return false;
    }
  }
  bool count_argument() {
    Operand& y = args[1];
    if (is_untyped(y.type)) convert_untyped(c, y, c.basic(BasicKind::Int));
    if (y && !is_integer(y.type)) {
      c.report(pos_of(y), diag::kNonIntegerIndex, c.text(y));
      return false;
    }
    return static_cast<bool>(y);
  }
  bool offset_of() {
    auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(call->args[0]));
    if (!selector) {
      c.report(pos_of(call->args[0]), diag::kNotASelector, c.text(call->args[0]));
      return false;
    }
    Operand field;
    check_expr(c, field, selector);
    const Selection* selection = c.info.selection_of(selector);
    if (!field || !selection || selection->kind != SelectionKind::Field) return false;
    const Type* type = selection->recv;
    if (auto* p = is_a<Pointer>(type)) type = p->elem;
    int64_t offset = 0;
    for (uint32_t index : selection->path) {
      auto* structure = as<Struct>(type);
      if (!structure) {
        c.report(pos_of(call->args[0]), diag::kOffsetThroughPointer, c.text(call->args[0]));
        return false;
      }
      offset = offset + field_offset(structure, index);
      type = structure->fields[index]->type;
    }
    x.expr = call;
    if (is_parameterized(selection->recv)) return value(c.basic(BasicKind::Uintptr));
    return constant(offset, c.basic(BasicKind::Uintptr));
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
