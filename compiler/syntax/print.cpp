// The printer of expressions, types and short statements.
#include "compiler/syntax/print.h"

namespace govm::syntax {
namespace {

/// Prints in the short form: nothing below is longer than a line.
class Printer {
 public:
  std::string text() && { return std::move(out_); }

  void print(const Node* node) {
    if (node == nullptr) return;
    switch (node->kind) {
      case NodeKind::BadExpr: return write("<bad expr>");
      case NodeKind::Name: return write(cast<Name>(node)->text());
      case NodeKind::BasicLit: return write(cast<BasicLit>(node)->text);
      case NodeKind::FuncLit: {
        const auto* literal = cast<FuncLit>(node);
        print(literal->type);
        return write(literal->body->list.empty() ? " {}" : " {…}");
      }
      case NodeKind::CompositeLit: {
        const auto* literal = cast<CompositeLit>(node);
        print(literal->type);
        return write(literal->elems.empty() ? "{}" : "{…}");
      }
      case NodeKind::KeyValueExpr: return put(cast<KeyValueExpr>(node)->key, ": ", cast<KeyValueExpr>(node)->value);
      case NodeKind::ParenExpr: return put("(", cast<ParenExpr>(node)->x, ")");
      case NodeKind::SelectorExpr: return put(cast<SelectorExpr>(node)->x, ".", cast<SelectorExpr>(node)->sel);
      case NodeKind::IndexExpr:
        put(cast<IndexExpr>(node)->x, "[");
        print_list(cast<IndexExpr>(node)->indices);
        return write("]");
      case NodeKind::SliceExpr: {
        const auto* slice = cast<SliceExpr>(node);
        put(slice->x, "[", slice->index[0], ":", slice->index[1]);
        if (slice->index[2] != nullptr) put(":", slice->index[2]);
        return write("]");
      }
      case NodeKind::TypeAssertExpr: return put(cast<TypeAssertExpr>(node)->x, ".(", cast<TypeAssertExpr>(node)->type, ")");
      case NodeKind::TypeSwitchGuard: {
        const auto* guard = cast<TypeSwitchGuard>(node);
        if (guard->lhs != nullptr) put(guard->lhs, " := ");
        return put(guard->x, ".(type)");
      }
      case NodeKind::StarExpr: return put("*", cast<StarExpr>(node)->x);
      case NodeKind::UnaryExpr: return put(operator_text(cast<UnaryExpr>(node)->op), cast<UnaryExpr>(node)->x);
      case NodeKind::BinaryExpr: {
        const auto* binary = cast<BinaryExpr>(node);
        return put(binary->x, " ", operator_text(binary->op), " ", binary->y);
      }
      case NodeKind::CallExpr: {
        const auto* call = cast<CallExpr>(node);
        put(call->fun, "(");
        print_list(call->args);
        return write(call->has_dots ? "...)" : ")");
      }

      case NodeKind::ArrayType: {
        const auto* array = cast<ArrayType>(node);
        write("[");
        array->len != nullptr ? print(array->len) : write("...");
        return put("]", array->elem);
      }
      case NodeKind::SliceType: return put("[]", cast<SliceType>(node)->elem);
      case NodeKind::DotsType: return put("...", cast<DotsType>(node)->elem);
      case NodeKind::MapType: return put("map[", cast<MapType>(node)->key, "]", cast<MapType>(node)->value);
      case NodeKind::ChanType: return print_chan(cast<ChanType>(node));
      case NodeKind::StructType: return print_struct(cast<StructType>(node));
      case NodeKind::InterfaceType: return print_interface(cast<InterfaceType>(node));
      case NodeKind::FuncType: write("func"); return print_signature(cast<FuncType>(node));
      case NodeKind::Field:
        if (cast<Field>(node)->name != nullptr) put(cast<Field>(node)->name, " ");
        return print(cast<Field>(node)->type);

      case NodeKind::ExprStmt: return print(cast<ExprStmt>(node)->x);
      case NodeKind::SendStmt: return put(cast<SendStmt>(node)->chan, " <- ", cast<SendStmt>(node)->value);
      case NodeKind::IncDecStmt: {
        const auto* stmt = cast<IncDecStmt>(node);
        return put(stmt->x, operator_text(stmt->op), operator_text(stmt->op));
      }
      case NodeKind::AssignStmt: {
        const auto* assign = cast<AssignStmt>(node);
        print_list(assign->lhs);
        put(" ", assign->define ? ":" : operator_text(assign->op), "= ");
        return print_list(assign->rhs);
      }
      case NodeKind::CallStmt: return put(token_text(cast<CallStmt>(node)->token), " ", cast<CallStmt>(node)->call);
      case NodeKind::ReturnStmt:
        write("return");
        if (!cast<ReturnStmt>(node)->results.empty()) write(" ");
        return print_list(cast<ReturnStmt>(node)->results);
      case NodeKind::BranchStmt: {
        const auto* branch = cast<BranchStmt>(node);
        write(token_text(branch->token));
        if (branch->label != nullptr) put(" ", branch->label);
        return;
      }
      case NodeKind::RangeClause: {
        const auto* clause = cast<RangeClause>(node);
        print_list(clause->lhs);
        if (!clause->lhs.empty()) write(clause->define ? " := " : " = ");
        return put("range ", clause->x);
      }
      default:
        // Larger statements and declarations are never quoted whole.
        return write(node_kind_name(node->kind));
    }
  }

 private:
  void write(std::string_view text) { out_.append(text); }
  void put_one(std::string_view text) { write(text); }
  void put_one(const char* text) { write(text); }
  void put_one(const Node* node) { print(node); }
  template <typename... Parts>
  void put(const Parts&... parts) {
    (put_one(parts), ...);
  }

  template <typename T>
  void print_list(std::span<T* const> list) {
    for (size_t i = 0; i < list.size(); ++i) {
      if (i > 0) write(", ");
      print(list[i]);
    }
  }
  template <typename T>
  void print_list(std::span<T*> list) {
    print_list(std::span<T* const>(list));
  }

  void print_chan(const ChanType* chan) {
    write(chan->dir == ChanDir::RecvOnly ? "<-chan " : chan->dir == ChanDir::SendOnly ? "chan<- " : "chan ");
    const auto* inner = as<ChanType>(chan->elem);
    // chan (<-chan T) is not chan<- chan T.
    if (chan->dir == ChanDir::Both && inner != nullptr && inner->dir == ChanDir::RecvOnly) {
      put("(", chan->elem, ")");
    } else {
      print(chan->elem);
    }
  }

  void print_struct(const StructType* type) {
    write("struct{");
    for (size_t i = 0; i < type->fields.size();) {
      if (i > 0) write("; ");
      const Field* field = type->fields[i];
      size_t next = i + 1;
      if (field->name == nullptr) {
        print(field->type);
      } else {
        print(field->name);
        for (; next < type->fields.size() && shares_type(type->fields[next], field); ++next) {
          put(", ", type->fields[next]->name);
        }
        put(" ", field->type);
      }
      if (field->tag != nullptr) put(" ", field->tag);
      i = next;
    }
    write("}");
  }

  void print_interface(const InterfaceType* type) {
    write("interface{");
    for (size_t i = 0; i < type->methods.size(); ++i) {
      if (i > 0) write("; ");
      const Field* method = type->methods[i];
      if (method->name == nullptr) {
        print(method->type);
      } else {
        print(method->name);
        print_signature(cast<FuncType>(method->type));
      }
    }
    write("}");
  }

  void print_signature(const FuncType* type) {
    print_params(type->params);
    if (type->results.empty()) return;
    write(" ");
    if (type->results.size() == 1 && type->results[0]->name == nullptr) {
      print(type->results[0]->type);
    } else {
      print_params(type->results);
    }
  }

  void print_params(std::span<Field* const> params) {
    write("(");
    for (size_t i = 0; i < params.size(); ++i) {
      if (i > 0) write(", ");
      if (params[i]->name != nullptr) {
        print(params[i]->name);
        if (i + 1 < params.size() && shares_type(params[i + 1], params[i])) continue;
        write(" ");
      }
      print(params[i]->type);
    }
    write(")");
  }

  static bool shares_type(const Field* field, const Field* other) { return field->name != nullptr && field->type == other->type; }

  std::string out_;
};

}  // namespace

std::string to_string(const Node* node) {
  Printer printer;
  printer.print(node);
  return std::move(printer).text();
}

}  // namespace govm::syntax
