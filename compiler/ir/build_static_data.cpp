// Static data: values that need no code.
//
// A literal of constants is read-only data, copied or pointed to where it stands. What a package variable is given is laid out in
// the variable itself, as far as it consists of constants, functions, addresses of package variables and of such values: what Go's
// compiler does (cmd/compile/internal/staticinit). Nothing is allocated for it; parts that need code are assigned by the package's
// initialiser.
#include <algorithm>
#include <cstring>
#include <utility>

#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using types::as_object;

constexpr int64_t kMostImageBytes = 1 << 20;
/// Of a package variable. Its bytes are there twice, in the program and in the variable.
constexpr int64_t kMostInitialBytes = 16 << 20;

/// What a package variable is given, and the unnamed variables that it leads to.
struct Builder::Layout {
  std::vector<InitialValue> values;
  struct Part {
    const types::Var* variable;
    int64_t offset;
    const Type* type;
    const syntax::Expr* expr;
  };
  std::vector<Part> left;  ///< for code, in the order of the text
  bool may_leave = true;
  const types::Func* callee = nullptr;                                   ///< of the call whose result is laid out
  std::unordered_map<const types::Var*, const syntax::Expr*> arguments;  ///< its arguments, constants
};

/// One value while it is laid out. What is not entered is zero.
class Builder::StaticData {
 public:
  /// Read-only data, of constants alone.
  StaticData(Builder& builder, const Type* type) : b_(builder), type_(type), bytes_(static_cast<size_t>(types::size_of(type))) {}
  /// What a package variable holds.
  StaticData(Builder& builder, const types::Var* variable, Layout& layout) : StaticData(builder, variable->type) {
    variable_ = variable;
    layout_ = &layout;
  }

  int64_t constants() const { return constants_; }

  /// Enters what a literal of a struct or array gives; false: parts of it cannot be, or only at another place.
  bool enter_literal(const syntax::CompositeLit* literal, const Type* type, int64_t offset) {
    int64_t index = 0;
    for (size_t i = 0; i < literal->elems.size(); ++i) {
      const syntax::Expr* element = literal->elems[i];
      const syntax::Expr* value = element_value(element);
      if (struct_of(type) != nullptr) {
        const LiteralField field = b_.literal_field(literal, i, type);
        if (!field.blank) {
          if (!enter_or_leave(value, field.type, offset + field.offset)) return false;
        } else if (layout_ == nullptr && b_.constant_of(value) == nullptr) {
          // In a package variable Go's compiler forgets what a blank field is given, calls and all.
          return false;
        }
      } else {
        index = b_.literal_index(element, index);
        if (!enter_or_leave(value, elem_of(type), offset + index * types::size_of(elem_of(type)))) return false;
        ++index;
      }
    }
    return true;
  }

  /// Enters a value converted to `type`, or a part of it whose rest is left for code.
  bool enter(const syntax::Expr* expr, const Type* type, int64_t offset) {
    expr = syntax::unparen(expr);
    if (const types::Var* parameter = parameter_of(expr)) {
      if (types::is_interface(parameter->type) && !types::identical(parameter->type, type)) return false;
      return enter(layout_->arguments.at(parameter), type, offset);
    }
    if (b_.info_.mode_of(expr) == types::Mode::Nil) return true;
    if (layout_ != nullptr && types::is_interface(type) && !types::is_interface(type_of(expr))) return enter_boxed(expr, type, offset);
    if (const constant::Value* value = b_.constant_of(expr)) return enter_constant(*value, type, offset);
    if (const auto* literal = syntax::as<syntax::CompositeLit>(expr)) {
      const bool in_place = !b_.is_elided_address(literal) && (struct_of(type) != nullptr || is_array(type));
      if (in_place) return types::identical(type, b_.type_of(literal)) && enter_literal(literal, type, offset);
    }
    return layout_ != nullptr && enter_address(expr, type, offset);
  }

  const Image* keep() { return b_.keep_image(type_, bytes_, relocations_); }

  /// What a name or package.name stands for.
  static const types::Object* object_of(const types::Info& info, const syntax::Expr* expr) {
    expr = syntax::unparen(expr);
    if (const auto* name = syntax::as<syntax::Name>(expr)) return info.object_of(name);
    const auto* selector = syntax::as<syntax::SelectorExpr>(expr);
    return selector != nullptr && info.selection_of(selector) == nullptr ? info.object_of(selector->sel) : nullptr;
  }

 private:
  bool enter_or_leave(const syntax::Expr* expr, const Type* type, int64_t offset) {
    if (layout_ == nullptr) return enter(expr, type, offset);
    const size_t relocations = relocations_.size(), values = layout_->values.size(), left = layout_->left.size();
    if (enter(expr, type, offset)) return true;
    if (!layout_->may_leave) return false;
    // What was entered of it is assigned with the rest.
    relocations_.resize(relocations);
    layout_->values.resize(values);
    layout_->left.resize(left);
    layout_->left.push_back({variable_, offset, type, expr});
    return true;
  }

  bool enter_constant(const constant::Value& value, const Type* type, int64_t offset) {
    if (types::is_interface(type) || types::is_complex(type)) return false;
    ++constants_;
    if (types::is_string(type)) {
      const std::string_view text = b_.function_->arena.copy(std::string_view(value.as_string()));
      store_word(offset + 8, text.size());
      if (!text.empty()) address(offset, Image::Target::Text).text = text;
      return true;
    }
    const int64_t bits = constant_bits(value, type);
    std::memcpy(&bytes_[static_cast<size_t>(offset)], &bits, static_cast<size_t>(types::size_of(type)));
    return true;
  }

  // What is boxed has a variable of its own, even where all of it needs code.
  bool enter_boxed(const syntax::Expr* expr, const Type* type, int64_t offset) {
    const Type* from = type_of(expr);
    Image::Relocation& word = address(offset, is_empty_interface(type) ? Image::Target::TypeWord : Image::Target::ItabWord);
    word.type = from;
    word.interface_type = type;
    if (types::is_pointer_shaped(from)) return enter_or_leave(expr, from, offset + 8);
    const types::Var* box = new_variable(from);
    address(offset + 8, Image::Target::Variable).variable = box;
    StaticData inside(b_, box, *layout_);
    if (!inside.enter_or_leave(expr, from, 0)) return false;
    inside.finish();
    return true;
  }

  // Of what is no constant and no value in place: addresses of functions and variables, slices, results of calls.
  bool enter_address(const syntax::Expr* expr, const Type* type, int64_t offset) {
    switch (expr->kind) {
      case syntax::NodeKind::CompositeLit: {
        const auto* literal = syntax::cast<syntax::CompositeLit>(expr);
        if (b_.is_elided_address(literal)) return enter_address_of_literal(literal, offset);
        return is_slice(type) && enter_slice(literal, offset);
      }
      case syntax::NodeKind::UnaryExpr: {
        const auto* unary = syntax::cast<syntax::UnaryExpr>(expr);
        if (unary->op != syntax::Operator::And) return false;
        const syntax::Expr* x = syntax::unparen(unary->x);
        if (const auto* literal = syntax::as<syntax::CompositeLit>(x)) return enter_address_of_literal(literal, offset);
        const auto* var = as_object<types::Var>(object_of(x));
        if (var == nullptr || var->var_kind != types::VarKind::Package) return false;
        address(offset, Image::Target::Variable).variable = var;
        return true;
      }
      case syntax::NodeKind::FuncLit: {
        const auto* literal = syntax::cast<syntax::FuncLit>(expr);
        if (layout_->callee != nullptr || !b_.cx_.decisions.captures(literal).empty() ||
            b_.cx_.decisions.is_dropped(literal, b_.scope_->context, b_.cx_.shape))
          return false;
        address(offset, Image::Target::FuncValue).instance = b_.literal_instance(literal, *b_.scope_);
        return true;
      }
      case syntax::NodeKind::Name:
      case syntax::NodeKind::SelectorExpr: return enter_function(expr, offset);
      case syntax::NodeKind::CallExpr: return enter_call(syntax::cast<syntax::CallExpr>(expr), type, offset);
      default: return false;
    }
  }

  bool enter_function(const syntax::Expr* expr, int64_t offset) {
    const auto* func = as_object<types::Func>(object_of(expr));
    if (func == nullptr) return false;
    const auto* selector = syntax::as<syntax::SelectorExpr>(expr);
    const syntax::Name* name = selector != nullptr ? selector->sel : syntax::cast<syntax::Name>(expr);
    if (b_.info_.instance_of(name) != nullptr) return false;
    address(offset, Image::Target::FuncValue).instance = b_.function_instance(func, name);
    return true;
  }

  bool enter_address_of_literal(const syntax::CompositeLit* literal, int64_t offset) {
    const Type* type = b_.literal_type(literal);
    if (is_map(type)) return false;
    const types::Var* target = new_variable(type);
    address(offset, Image::Target::Variable).variable = target;
    StaticData inside(b_, target, *layout_);
    if (!(is_slice(type) ? inside.enter_slice(literal, 0) : inside.enter_literal(literal, type, 0))) return false;
    inside.finish();
    return true;
  }

  bool enter_slice(const syntax::CompositeLit* literal, int64_t offset) {
    const int64_t length = b_.literal_length(literal);
    const Type* array = b_.types_.array_of(elem_of(b_.literal_type(literal)), length);
    if (types::size_of(array) > kMostInitialBytes) return false;
    StaticData inside(b_, new_variable(array), *layout_);
    if (!inside.enter_literal(literal, array, 0)) return false;
    inside.finish();
    set_slice(offset, inside.variable_, length);
    return true;
  }

  bool enter_call(const syntax::CallExpr* call, const Type* type, int64_t offset) {
    if (call->args.size() == 1 && b_.info_.is_type(call->fun)) return enter_conversion(call, type, offset);
    // A call with constants of a function that does no more than return a value, such as errors.New, if it is inlined. In std, whose
    // late initialisers are not analysed, it is.
    const auto* func = as_object<types::Func>(object_of(call->fun));
    if (func == nullptr || func->decl == nullptr || layout_->callee != nullptr) return false;
    if (!b_.instance_->package->is_std && b_.inlined_at(call) == nullptr) return false;
    const types::Signature* signature = func->signature();
    if (!signature->type_params.empty() || signature->variadic || signature->params.size() != call->args.size()) return false;
    b_.cx_.checker.check_body(func);
    const syntax::BlockStmt* body = func->decl->body;
    if (body == nullptr || body->list.size() != 1) return false;
    const auto* result = syntax::as<syntax::ReturnStmt>(body->list[0]);
    if (result == nullptr || result->results.size() != 1 || !types::identical(signature->results[0]->type, type)) return false;
    if (!std::ranges::all_of(call->args, [&](const syntax::Expr* argument) { return b_.constant_of(argument) != nullptr; })) return false;
    for (size_t i = 0; i < call->args.size(); ++i) layout_->arguments[signature->params[i]] = call->args[i];
    layout_->callee = func;
    const bool may_leave = std::exchange(layout_->may_leave, false);
    const bool entered = enter(result->results[0], type, offset);
    layout_->may_leave = may_leave;
    layout_->callee = nullptr;
    layout_->arguments.clear();
    return entered;
  }

  bool enter_conversion(const syntax::CallExpr* call, const Type* type, int64_t offset) {
    const syntax::Expr* x = call->args[0];
    const Type* to = b_.type_of(call);
    if (types::is_interface(to)) return types::identical(to, type) && enter(x, to, offset);
    if (const constant::Value* text = b_.constant_of(x); text != nullptr && is_byte_slice(to) && types::is_string(type_of(x))) {
      const std::string bytes = text->as_string();
      StaticData inside(b_, new_variable(b_.types_.array_of(elem_of(to), static_cast<int64_t>(bytes.size()))), *layout_);
      inside.bytes_.assign(bytes.begin(), bytes.end());
      inside.finish();
      set_slice(offset, inside.variable_, static_cast<int64_t>(bytes.size()));
      return true;
    }
    return types::identical(types::underlying(to), types::underlying(type_of(x))) && enter(x, type_of(x), offset);
  }

  void set_slice(int64_t offset, const types::Var* array, int64_t length) {
    address(offset, Image::Target::Variable).variable = array;
    store_word(offset + 8, static_cast<uint64_t>(length));
    store_word(offset + 16, static_cast<uint64_t>(length));
  }

  void finish() { layout_->values.push_back({variable_, keep()}); }

  /// Unnamed; reports call it as the variable that leads to it.
  const types::Var* new_variable(const Type* type) {
    return b_.types_.make_var(variable_->pos, variable_->package, variable_->name, type, types::VarKind::Package);
  }

  void store_word(int64_t offset, uint64_t word) { std::memcpy(&bytes_[static_cast<size_t>(offset)], &word, sizeof word); }

  Image::Relocation& address(int64_t offset, Image::Target target) {
    Image::Relocation& relocation = relocations_.emplace_back();
    relocation.offset = static_cast<uint32_t>(offset);
    relocation.target = target;
    return relocation;
  }

  const types::Object* object_of(const syntax::Expr* expr) const { return object_of(b_.info_, expr); }

  const types::Var* parameter_of(const syntax::Expr* expr) const {
    if (layout_ == nullptr || layout_->callee == nullptr) return nullptr;
    const auto* var = as_object<types::Var>(object_of(expr));
    return var != nullptr && layout_->arguments.contains(var) ? var : nullptr;
  }

  const Type* type_of(const syntax::Expr* expr) const { return b_.types_.default_type(b_.type_of(expr)); }

  Builder& b_;
  const Type* type_;
  std::vector<uint8_t> bytes_;
  std::vector<Image::Relocation> relocations_;
  int64_t constants_ = 0;
  const types::Var* variable_ = nullptr;
  Layout* layout_ = nullptr;
};

const Image* Builder::keep_image(const Type* type, std::span<const uint8_t> bytes, std::span<const Image::Relocation> relocations) {
  auto* made = function_->arena.make<Image>();
  made->type = type;
  made->bytes = function_->arena.copy(bytes);
  made->relocations = function_->arena.copy(relocations);
  return made;
}

bool Builder::copies_image(const syntax::CompositeLit* literal, const Type* type, Datum& image) {
  // Between these sizes a copy is cheaper than the stores, and the data no burden; what runs once should be quick to compile.
  constexpr int64_t kLeastBytes = 64, kLeastBytesOfInit = 16, kMostBytesOfConstant = 64;
  const int64_t size = types::size_of(type);
  if (size < (instance_->kind == InstanceKind::PackageInit ? kLeastBytesOfInit : kLeastBytes) || size > kMostImageBytes ||
      literal->elems.empty() || is_split(type))
    return false;
  StaticData data(*this, type);
  if (!data.enter_literal(literal, type, 0) || data.constants() * kMostBytesOfConstant < size) return false;
  image = {};
  image.type = type;
  image.address = emit_word(Op::DataAddr, {}, pointer_type());
  image.address->aux.image = data.keep();
  return true;
}

// A literal of constants in an interface is read-only data, as in Go (isStaticCompositeLiteral in its walk). Those that are split are boxed
// so.
const Image* Builder::boxed_image(const syntax::Expr* expr) {
  const auto* literal = syntax::as<syntax::CompositeLit>(expr);
  const Type* type = literal != nullptr ? type_of(literal) : nullptr;
  if (type == nullptr || (struct_of(type) == nullptr && !is_array(type)) || is_split(type)) return nullptr;
  const int64_t size = types::size_of(type);
  if (size == 0 || size > kMostImageBytes) return nullptr;
  StaticData data(*this, type);
  return data.enter_literal(literal, type, 0) ? data.keep() : nullptr;
}

bool Builder::lay_out(const types::Var* var, const syntax::Expr* initializer, Layout& layout) {
  if (types::size_of(var->type) > kMostInitialBytes) return false;
  StaticData data(*this, var, layout);
  if (!data.enter(initializer, var->type, 0)) return false;
  layout.values.push_back({var, data.keep()});
  return true;
}

bool Builder::build_laid_out(const types::Var* var, const syntax::Expr* initializer) {
  Layout layout;
  if (!lay_out(var, initializer, layout)) return false;
  if (is_blank(var) && layout.left.empty()) return true;
  function_->initial_values.insert(function_->initial_values.end(), layout.values.begin(), layout.values.end());
  for (const Layout::Part& part : layout.left) {
    pos_ = part.expr->pos;
    EarlyOperands early(*this);
    early.add_operands_of(part.expr);
    const Datum datum = build_as(part.expr, part.type);
    store_at(location_of(part.variable).base, part.offset, datum, true);
  }
  return true;
}

std::unique_ptr<Function> Builder::run_late(const types::Var* var, const syntax::Expr* initializer) {
  const auto* other = as_object<types::Var>(StaticData::object_of(info_, initializer));
  if (other != nullptr && info_.late_initializers.contains(other) && types::identical(other->type, var->type)) {
    function_->initial_values.push_back({var, nullptr, other});
    return std::move(function_);
  }
  Layout layout;
  layout.may_leave = false;
  if (!lay_out(var, initializer, layout)) {
    unsupported(var->pos, "initialiser of a package variable of std that is declared late");
    return nullptr;
  }
  function_->initial_values = std::move(layout.values);
  return std::move(function_);
}

}  // namespace govm::ir
