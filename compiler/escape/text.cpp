// Printing lowered expressions.
#include "compiler/escape/text.h"

#include <fmt/format.h>

#include "base/text_writer.h"
#include "compiler/escape/devirtualize.h"
#include "compiler/types/relations.h"

namespace govm::escape {

using syntax::NodeKind;
using types::as_object;
using types::TypeKind;

namespace {

// Precedences: an operand is put in parentheses if it binds less tightly than its place asks for.
constexpr int kUnary = 7;
constexpr int kPrimary = 8;

// Binary operators stand between: Go's compiler counts from || as 2.
int precedence_of(syntax::Operator op) { return syntax::operator_precedence(op) + 1; }

std::string enclosed(std::string text, int own, int wanted) { return own < wanted ? "(" + text + ")" : text; }

}  // namespace

std::string Text::list(std::span<syntax::Expr* const> exprs) const {
  std::string text;
  for (const syntax::Expr* expr : exprs) {
    if (!text.empty()) text += ", ";
    text += expression(expr, 0);
  }
  return text;
}

const syntax::Expr* Text::constant_behind(const syntax::Expr* expr) const { return variables_.constant_behind(info_, expr); }

std::string Text::constant(const constant::Value& value, const types::Type* type) const {
  std::string text;
  bool rune = type == types_.rune_type() || (types::basic_of(type) != nullptr && types::basic_of(type)->basic() == types::BasicKind::UntypedRune);
  bool exact = false;
  switch (value.kind()) {
    case constant::Kind::String: {
      TextWriter out;
      out.quoted(value.as_string());
      text = std::move(out).str();
      break;
    }
    case constant::Kind::Complex: text = fmt::format("({} + {}i)", value.real().exact_text(), value.imaginary().exact_text()); break;
    default:
      text = value.exact_text();
      if (rune && value.kind() == constant::Kind::Int) {
        int64_t code = value.as_int64(exact);
        TextWriter out;
        std::string utf8;
        if (code < 0x80) {
          utf8.push_back(static_cast<char>(code));
        } else {
          utf8 = value.exact_text();
        }
        if (code >= 0 && code < 0x80 && code != '\'') {
          out.quoted(utf8);
          text = std::move(out).str();
          text.front() = '\'';
          text.back() = '\'';
        }
      }
  }
  const types::Basic* basic = types::is_a<types::Basic>(type);
  bool plain = type == nullptr || types::is_untyped(type) || rune;
  if (basic != nullptr) {
    using enum types::BasicKind;
    plain |= basic->basic() == Int || basic->basic() == Float64 || basic->basic() == String || basic->basic() == Bool || basic->basic() == Complex128;
  }
  return plain ? text : conversion(type, text);
}

std::string Text::conversion(const types::Type* to, const std::string& x) const {
  std::string name = type(to);
  const types::Type* plain = to;
  bool named = plain->kind() == TypeKind::Named || plain->kind() == TypeKind::Basic || plain->kind() == TypeKind::TypeParam ||
               plain->kind() == TypeKind::Alias;
  return named ? fmt::format("{}({})", name, x) : fmt::format("({})({})", name, x);
}

std::string Text::expression(const syntax::Expr* expr, int precedence) const {
  expr = syntax::unparen(expr);
  if (info_.is_constant(expr)) return constant(info_.value_of(expr), info_.type_of(expr));
  if (info_.is_type(expr)) return type(info_.type_of(expr));
  return operand(expr, precedence);
}

std::string Text::fields(const syntax::Expr* x, std::span<const uint32_t> path) const {
  std::string text = expression(x, kPrimary);
  const types::Type* at = info_.type_of(x);
  for (uint32_t index : path) {
    const auto* pointer = types::as<types::Pointer>(at);
    const auto* fields = types::as<types::Struct>(pointer != nullptr ? pointer->elem : at);
    if (fields == nullptr || index >= fields->fields.size()) break;
    text += ".";
    text += fields->fields[index]->name.view();
    at = fields->fields[index]->type;
  }
  return text;
}

std::string Text::selector(const syntax::SelectorExpr* selector) const {
  const types::Selection* selection = info_.selection_of(selector);
  if (selection == nullptr) return expression(selector->x, kPrimary) + "." + std::string(selector->sel->text());
  switch (selection->kind) {
    case types::SelectionKind::Field: return fields(selector->x, selection->path);
    case types::SelectionKind::MethodExpr: {
      std::string owner = type(selection->recv);
      if (selection->recv->kind() == TypeKind::Pointer) owner = "(" + owner + ")";
      return owner + "." + std::string(selector->sel->text());
    }
    case types::SelectionKind::MethodValue: break;
  }
  std::span<const uint32_t> embedded(selection->path.data(), selection->path.empty() ? 0 : selection->path.size() - 1);
  return fields(selector->x, embedded) + "." + std::string(selector->sel->text());
}

std::string Text::operand(const syntax::Expr* expr, int precedence) const {
  switch (expr->kind) {
    case NodeKind::Name: return std::string(syntax::cast<syntax::Name>(expr)->text());
    case NodeKind::FuncLit: return "func literal";
    case NodeKind::BasicLit: return std::string(syntax::cast<syntax::BasicLit>(expr)->text);
    case NodeKind::CompositeLit: {
      const auto* literal = syntax::cast<syntax::CompositeLit>(expr);
      const types::Type* made = info_.type_of(literal);
      std::string prefix;
      if (const auto* pointer = literal->type == nullptr ? types::as<types::Pointer>(made) : nullptr) {
        made = pointer->elem;
        prefix = "&";
      }
      return prefix + type(made) + (literal->elems.empty() ? "{}" : "{...}");
    }
    case NodeKind::SelectorExpr: return selector(syntax::cast<syntax::SelectorExpr>(expr));
    case NodeKind::IndexExpr: {
      const auto* index = syntax::cast<syntax::IndexExpr>(expr);
      return expression(index->x, kPrimary) + "[" + list(index->indices) + "]";
    }
    case NodeKind::SliceExpr: {
      const auto* slice = syntax::cast<syntax::SliceExpr>(expr);
      auto bound = [&](size_t i) { return slice->index[i] != nullptr ? expression(slice->index[i], 0) : std::string(); };
      std::string text = expression(slice->x, kPrimary) + "[" + bound(0) + ":" + bound(1);
      return text + (slice->full ? ":" + bound(2) : "") + "]";
    }
    case NodeKind::TypeAssertExpr: {
      const auto* assertion = syntax::cast<syntax::TypeAssertExpr>(expr);
      return expression(assertion->x, kPrimary) + ".(" + type(info_.type_of(assertion->type)) + ")";
    }
    case NodeKind::StarExpr: return enclosed("*" + expression(syntax::cast<syntax::StarExpr>(expr)->x, kUnary + 1), kUnary, precedence);
    case NodeKind::UnaryExpr: {
      const auto* unary = syntax::cast<syntax::UnaryExpr>(expr);
      std::string text(syntax::operator_text(unary->op));
      const syntax::Expr* x = syntax::unparen(unary->x);
      bool literal = unary->op == syntax::Operator::And && x->kind == NodeKind::CompositeLit;
      return enclosed(text + expression(x, kUnary + 1), literal ? kPrimary : kUnary, precedence);
    }
    case NodeKind::BinaryExpr: {
      const auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
      int own = precedence_of(binary->op);
      bool concat = binary->op == syntax::Operator::Add && types::is_string(info_.type_of(binary));
      std::string text = expression(binary->x, own) + " " + std::string(syntax::operator_text(binary->op)) + " " +
                         expression(binary->y, concat ? own : own + 1);
      return enclosed(text, own, precedence);
    }
    case NodeKind::CallExpr: return call(syntax::cast<syntax::CallExpr>(expr));
    case NodeKind::KeyValueExpr: return expression(syntax::cast<syntax::KeyValueExpr>(expr)->value, 0);
    default: return type(info_.type_of(expr));
  }
}

std::string Text::arguments(const syntax::CallExpr* node, std::string text) const {
  const auto* signature = types::as<types::Signature>(info_.type_of(node->fun));
  size_t fixed = node->args.size();
  if (signature != nullptr && signature->variadic && !node->has_dots) fixed = std::min(fixed, signature->params.size() - 1);
  auto add = [&](const std::string& argument) { text += (text.empty() ? "" : ", ") + argument; };
  for (const syntax::Expr* arg : node->args.first(fixed)) add(expression(arg, 0));
  if (signature != nullptr && signature->variadic && !node->has_dots) add(fixed == node->args.size() ? "nil" : "... argument");
  return text + (signature != nullptr && signature->variadic ? "..." : node->has_dots ? "..." : "");
}

std::string Text::call(const syntax::CallExpr* node) const {
  if (info_.is_type(node->fun)) return conversion(info_.type_of(node->fun), expression(node->args[0], 0));
  const syntax::Expr* fun = syntax::unparen(node->fun);
  if (info_.mode_of(fun) == types::Mode::Builtin) {
    const syntax::Name* name = syntax::as<syntax::Name>(fun);
    if (const auto* selector = syntax::as<syntax::SelectorExpr>(fun)) name = selector->sel;
    std::string text(name != nullptr ? name->text() : "");
    text += "(";
    for (size_t i = 0; i < node->args.size(); ++i) {
      const syntax::Expr* arg = node->args[i];
      if (i > 0) text += ", ";
      const syntax::Expr* known = text.starts_with("make(") && i > 0 ? constant_behind(arg) : nullptr;
      text += expression(known != nullptr ? known : arg, 0);
    }
    return text + (node->has_dots ? "...)" : ")");
  }
  const auto* selector = syntax::as<syntax::SelectorExpr>(fun);
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  if (std::optional<DirectMethod> direct = devirtualize(info_, variables_, node)) {
    std::string receiver = fmt::format("{}.({})", expression(selector->x, kPrimary), type(direct->receiver));
    if (!direct->partial) return function(direct->method) + "(" + arguments(node, receiver) + ")";
  }
  const auto* method = selection != nullptr && selection->kind == types::SelectionKind::MethodValue ? as_object<types::Func>(selection->object) : nullptr;
  if (method != nullptr && method->decl != nullptr) {
    std::span<const uint32_t> embedded(selection->path.data(), selection->path.size() - 1);
    return function(method) + "(" + arguments(node, fields(selector->x, embedded)) + ")";
  }
  std::string callee = fun->kind == NodeKind::FuncLit ? "(func literal)" : expression(fun, kPrimary);
  return callee + "(" + arguments(node, "") + ")";
}

std::string Text::statement(const syntax::Node* stmt) const {
  if (const auto* assign = syntax::as<syntax::AssignStmt>(stmt)) {
    std::string op(assign->define ? ":" : syntax::operator_text(assign->op));
    return list(assign->lhs) + " " + op + "= " + list(assign->rhs);
  }
  if (const auto* send = syntax::as<syntax::SendStmt>(stmt)) return expression(send->chan, 0) + " <- " + expression(send->value, 0);
  if (const auto* result = syntax::as<syntax::ReturnStmt>(stmt)) return "return " + list(result->results);
  if (syntax::is<syntax::RangeClause>(stmt) || syntax::is<syntax::ForStmt>(stmt)) return "for loop";
  if (const auto* decl = syntax::as<syntax::VarDecl>(stmt)) {
    std::string names;
    for (const syntax::Name* name : decl->names) names += (names.empty() ? "" : ", ") + std::string(name->text());
    return names + " := " + list(decl->values);
  }
  return stmt != nullptr && syntax::is_expr_kind(stmt->kind) ? expression(static_cast<const syntax::Expr*>(stmt), 0) : std::string();
}

std::string Text::site(const syntax::Node* node, SiteRole role) const {
  const auto* expr = static_cast<const syntax::Expr*>(node);
  switch (role) {
    case SiteRole::Append: return "append";
    case SiteRole::VariadicSlice: return "... argument";
    case SiteRole::Closure: return "func literal";
    case SiteRole::GoDefer: return "";
    case SiteRole::Box: {
      const auto* conversion_call = syntax::as<syntax::CallExpr>(expr);
      bool is_explicit = conversion_call != nullptr && info_.is_type(conversion_call->fun) && types::is_interface(info_.type_of(conversion_call));
      const syntax::Expr* boxed = is_explicit ? conversion_call->args[0] : expr;
      if (const syntax::Expr* known = constant_behind(boxed)) {
        std::string text = constant(info_.value_of(known), types_.default_type(info_.type_of(boxed)));
        return is_explicit ? conversion(info_.type_of(expr), text) : text;
      }
      return expression(expr, 0);
    }
    case SiteRole::CompositeLiteral: {
      const auto* literal = syntax::as<syntax::CompositeLit>(node);
      return literal != nullptr ? operand(literal, 0) : expression(expr, 0);
    }
    default: return expression(expr, 0);
  }
}

std::string Text::function(const types::Func* func) const {
  std::string qualifier = func->package != nullptr && func->package != package_ ? std::string(func->package->name.view()) + "." : "";
  const types::Var* recv = func->signature()->recv;
  if (recv == nullptr) return qualifier + std::string(func->name.view());
  std::string owner = type(recv->type);
  if (func->pointer_receiver) owner = "(" + owner + ")";
  return owner + "." + std::string(func->name.view());
}

std::string Text::signature(const types::Signature* signature) const {
  auto params = [&](std::span<const types::Var* const> vars, bool variadic) {
    std::string text;
    for (size_t i = 0; i < vars.size(); ++i) {
      if (i > 0) text += ", ";
      const auto* slice = variadic && i + 1 == vars.size() ? types::as<types::Slice>(vars[i]->type) : nullptr;
      text += slice != nullptr ? "..." + type(slice->elem) : type(vars[i]->type);
    }
    return text;
  };
  std::string text = "(" + params(signature->params, signature->variadic) + ")";
  if (signature->results.empty()) return text;
  std::string results = params(signature->results, false);
  return text + " " + (signature->results.size() == 1 ? results : "(" + results + ")");
}

std::string Text::type(const types::Type* type) const {
  if (type == nullptr) return "<nil>";
  switch (type->kind()) {
    case TypeKind::Basic: {
      const auto* basic = static_cast<const types::Basic*>(type);
      return basic->basic() == types::BasicKind::UnsafePointer ? "unsafe.Pointer" : std::string(basic->name());
    }
    case TypeKind::Pointer: return "*" + this->type(static_cast<const types::Pointer*>(type)->elem);
    case TypeKind::Slice: return "[]" + this->type(static_cast<const types::Slice*>(type)->elem);
    case TypeKind::Array: {
      const auto* array = static_cast<const types::Array*>(type);
      return fmt::format("[{}]{}", array->length, this->type(array->elem));
    }
    case TypeKind::Map: {
      const auto* map = static_cast<const types::Map*>(type);
      return "map[" + this->type(map->key) + "]" + this->type(map->elem);
    }
    case TypeKind::Chan: {
      const auto* channel = static_cast<const types::Chan*>(type);
      std::string elem = this->type(channel->elem);
      if (channel->dir == types::ChanDir::RecvOnly) return "<-chan " + elem;
      if (channel->dir == types::ChanDir::SendOnly) return "chan<- " + elem;
      return elem.starts_with("<-") ? "chan (" + elem + ")" : "chan " + elem;
    }
    case TypeKind::Struct: {
      std::string text = "struct {";
      std::string_view separator = " ";
      for (const types::Var* field : static_cast<const types::Struct*>(type)->fields) {
        text += separator;
        if (!field->embedded) text += std::string(field->name.view()) + " ";
        text += this->type(field->type);
        separator = "; ";
      }
      return text + (separator == " " ? "}" : " }");
    }
    case TypeKind::Signature: return "func" + signature(static_cast<const types::Signature*>(type));
    case TypeKind::Interface: {
      if (type == types_.any_type()) return "any";
      const auto* interface = static_cast<const types::Interface*>(type);
      std::string text = "interface {";
      std::string_view separator = " ";
      for (const types::Func* method : interface->methods) {
        text += separator;
        text += std::string(method->name.view()) + signature(method->signature());
        separator = "; ";
      }
      return text + (separator == " " ? "}" : " }");
    }
    case TypeKind::Alias: {
      const auto* alias = static_cast<const types::Alias*>(type);
      return type == types_.any_type() ? "any" : this->type(types::unalias(alias));
    }
    case TypeKind::Named: {
      const auto* named = static_cast<const types::Named*>(type);
      const types::Package* package = named->object->package;
      std::string text = package != nullptr && package != package_ ? std::string(package->name.view()) + "." : "";
      text += named->object->name.view();
      if (named->type_args.empty()) return text;
      text += "[";
      for (size_t i = 0; i < named->type_args.size(); ++i) text += (i > 0 ? "," : "") + this->type(named->type_args[i]);
      return text + "]";
    }
    default: return types::type_string(type, package_);
  }
}

}  // namespace govm::escape
