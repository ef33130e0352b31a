// Range over func, rewritten (spec: "For statements with range clause": "the iteration proceeds by calling f with
// a new, synthesized yield function").
//
// When a body is checked, its range-over-func loops become calls: the loop's body is a function literal, and what
// leads out of it is stored in variables that the code behind the call looks at. Later stages see ordinary
// statements. The names of the variables, and when they are set, are those of Go's compiler (docs/escape-analysis.md
// 1.21), since -m tells of them:
//
//   #stateN  whether the body of loop N may be called: each call checks and sets it
//   #next    what to do behind the loops: 0 go on, -1 return, below that branches to places outside all loops
//            of the nest; 2*depth breaks the loop of that depth, 2*depth-1 continues it
//   #rvN     results of the function that have no name
//   #defers  the frame that deferred calls in bodies belong to
//
// A generated name that uses a variable has another position than the variable: equal positions mark declarations.
#include "compiler/types/range_over_func.h"

#include <algorithm>
#include <map>
#include <optional>

#include "compiler/syntax/visit.h"
#include "compiler/types/range_state.h"

namespace govm::types {
namespace {

using syntax::NodeKind;
using syntax::Operator;
using syntax::Token;

constexpr int64_t kReturn = -1;
constexpr int64_t kPerLoop = 2;

/// The loops of one function; literals inside are functions of their own.
class Rewriter {
 public:
  Rewriter(Context& c, syntax::FuncType* type, syntax::BlockStmt* body) : c_(c), type_(type), body_(body) {}

  void run() { visit(body_); }

 private:
  /// A branch out of a loop's body to a place that is no range-over-func loop.
  struct Branch {
    syntax::BranchStmt* statement;
    int64_t code;
  };
  struct Loop {
    syntax::ForStmt* statement = nullptr;
    Var* state = nullptr;
    // What may have ended it, to be looked at behind the call.
    bool returns = false;
    bool breaks_outer = false;
    bool continues_outer = false;
    std::vector<Branch> branches;
  };

  // --- nodes
  template <class T>
  T* make(Pos pos) {
    T* node = c_.session.arena.make<T>();
    node->kind = T::kKind;
    node->pos = pos;
    if constexpr (std::is_base_of_v<syntax::Expr, T>) node->id = c_.session.next_expr_id++;
    return node;
  }
  template <class T>
  std::span<T> list(const std::vector<T>& items) {
    return c_.session.arena.copy(items);
  }
  syntax::Expr* typed(syntax::Expr* expr, const Type* type, Mode mode = Mode::Value) {
    TypeAndValue& entry = c_.info.record(expr);
    entry.type = type;
    entry.mode = mode;
    return expr;
  }
  const Type* int_type() const { return c_.basic(BasicKind::Int); }

  Var* make_var(std::string_view name, const Type* type, Pos pos, VarKind kind = VarKind::Local) {
    Var* var = c_.store.make_var(pos, c_.package, c_.intern(name), type, kind);
    var->used = true;
    var->color = Object::Color::Black;
    return var;
  }
  syntax::Name* name_of(Var* var, Pos pos) {
    auto* name = make<syntax::Name>(pos);
    name->symbol = var->name;
    c_.info.define(name, var);
    typed(name, var->type, Mode::Variable);
    return name;
  }
  syntax::Expr* number(int64_t value, Pos pos) {
    auto* literal = make<syntax::BasicLit>(pos);
    TypeAndValue& entry = c_.info.record(literal);
    entry.type = int_type();
    entry.mode = Mode::Constant;
    entry.value = constant::Value::from_int64(value);
    return literal;
  }
  syntax::Expr* truth(bool value, Pos pos) {
    auto* literal = make<syntax::BasicLit>(pos);
    TypeAndValue& entry = c_.info.record(literal);
    entry.type = c_.basic(BasicKind::Bool);
    entry.mode = Mode::Constant;
    entry.value = constant::Value::from_bool(value);
    return literal;
  }
  syntax::Stmt* assign(syntax::Expr* to, syntax::Expr* value, Pos pos) {
    auto* stmt = make<syntax::AssignStmt>(pos);
    stmt->lhs = list<syntax::Expr*>({to});
    stmt->rhs = list<syntax::Expr*>({value});
    return stmt;
  }
  syntax::Stmt* declare(Var* var, syntax::Expr* value, Pos pos) {
    auto* decl = make<syntax::VarDecl>(pos);
    decl->names = list<syntax::Name*>({name_of(var, var->pos)});
    if (value != nullptr) decl->values = list<syntax::Expr*>({value});
    auto* stmt = make<syntax::DeclStmt>(pos);
    stmt->decls = list<syntax::Decl*>({decl});
    return stmt;
  }
  syntax::BlockStmt* block(const std::vector<syntax::Stmt*>& stmts, Pos pos) {
    auto* result = make<syntax::BlockStmt>(pos);
    result->list = list(stmts);
    result->rbrace = pos;
    return result;
  }
  syntax::Stmt* return_(syntax::Expr* value, Pos pos) {
    auto* stmt = make<syntax::ReturnStmt>(pos);
    if (value != nullptr) stmt->results = list<syntax::Expr*>({value});
    return stmt;
  }
  syntax::Stmt* if_(Var* var, Operator op, int64_t value, const std::vector<syntax::Stmt*>& then, Pos pos) {
    auto* condition = make<syntax::BinaryExpr>(pos);
    condition->op = op;
    condition->x = name_of(var, pos);
    condition->y = number(value, pos);
    auto* stmt = make<syntax::IfStmt>(pos);
    stmt->cond = typed(condition, c_.basic(BasicKind::Bool));
    stmt->then = block(then, pos);
    return stmt;
  }
  syntax::CallExpr* call_builtin(BuiltinId id, std::string_view name, syntax::Expr* arg, Pos pos) {
    auto* fun = make<syntax::Name>(pos);
    fun->symbol = c_.intern(name);
    c_.info.define(fun, c_.store.make<Builtin>(fun->symbol, id));
    typed(fun, nullptr, Mode::Builtin);
    auto* call = make<syntax::CallExpr>(pos);
    call->fun = fun;
    if (arg != nullptr) call->args = list<syntax::Expr*>({arg});
    typed(call, nullptr, Mode::NoValue);
    return call;
  }
  syntax::Stmt* panic_state(syntax::Expr* state, Pos pos) {
    auto* stmt = make<syntax::ExprStmt>(pos);
    stmt->x = call_builtin(BuiltinId::PanicRangeState, "panicrangestate", state, pos);
    return stmt;
  }
  syntax::Stmt* set_state(const Loop& loop, RangeState state, Pos pos) {
    return assign(name_of(loop.state, pos), number(static_cast<int64_t>(state), pos), pos);
  }

  // --- variables of the outermost loop
  Var* next() {
    if (next_ == nullptr) {
      next_ = make_var("#next", int_type(), Pos());
      declared_.push_back({next_, nullptr});
    }
    return next_;
  }
  syntax::Stmt* set_next(int64_t value, Pos pos) { return assign(name_of(next(), pos), number(value, pos), pos); }
  Var* defers() {
    if (defers_ == nullptr) {
      // As large as Go's token, an interface: the closures that capture it have Go's sizes.
      Var* frame = make_var("frame", c_.basic(BasicKind::Uintptr), Pos(), VarKind::Field);
      Var* head = make_var("head", c_.basic(BasicKind::UnsafePointer), Pos(), VarKind::Field);
      head->field_index = 1;
      const Type* token = c_.store.make<Struct>(std::vector<const Var*>{frame, head}, std::vector<std::string>());
      defers_ = make_var("#defers", token, Pos());
      syntax::CallExpr* init = call_builtin(BuiltinId::DeferRangeFunc, "deferrangefunc", nullptr, loops_[0].statement->pos);
      declared_.push_back({defers_, typed(init, token)});
    }
    return defers_;
  }

  // --- the walk
  const Signature* iterator_of(const syntax::Node* node) const {
    const auto* loop = syntax::as<syntax::ForStmt>(node);
    if (loop == nullptr || loop->range == nullptr) return nullptr;
    const Type* core = core_type(c_.info.type_of(loop->range->x));
    return core != nullptr ? as<Signature>(core) : nullptr;
  }

  // Trees are const to those who only look at them; this is where they are made.
  void visit(const syntax::Node* node) {
    if (const auto* literal = syntax::as<syntax::FuncLit>(node)) {
      if (literal->body != nullptr) rewrite_range_over_func(c_, literal->type, literal->body);
      return;
    }
    bool is_loop = iterator_of(node) != nullptr;
    if (is_loop) start_loop(const_cast<syntax::ForStmt*>(syntax::cast<syntax::ForStmt>(node)));
    syntax::for_each_child(node, [this](const syntax::Node* child) { visit(child); });
    switch (node->kind) {
      case NodeKind::BlockStmt: edit_list(syntax::cast<syntax::BlockStmt>(node)->list); break;
      case NodeKind::CaseClause: edit_list(syntax::cast<syntax::CaseClause>(node)->body); break;
      case NodeKind::CommClause: edit_list(syntax::cast<syntax::CommClause>(node)->body); break;
      case NodeKind::LabeledStmt: {
        auto* labeled = const_cast<syntax::LabeledStmt*>(syntax::cast<syntax::LabeledStmt>(node));
        labeled->stmt = edit(labeled->stmt);
        break;
      }
      default: break;
    }
    if (is_loop) end_loop(iterator_of(node));
  }

  void edit_list(std::span<syntax::Stmt* const> stmts) {
    for (syntax::Stmt* const& stmt : stmts) const_cast<syntax::Stmt*&>(stmt) = edit(stmt);
  }

  syntax::Stmt* edit(syntax::Stmt* stmt) {
    if (auto* loop = syntax::as<syntax::ForStmt>(stmt)) {
      auto it = rewritten_.find(loop);
      return it != rewritten_.end() ? it->second : stmt;
    }
    if (loops_.empty() || stmt == nullptr) return stmt;
    switch (stmt->kind) {
      case NodeKind::BranchStmt: return edit_branch(syntax::cast<syntax::BranchStmt>(stmt));
      case NodeKind::ReturnStmt: return edit_return(syntax::cast<syntax::ReturnStmt>(stmt));
      case NodeKind::CallStmt: {
        auto* suspended = syntax::cast<syntax::CallStmt>(stmt);
        if (suspended->token == Token::Defer) suspended->defer_at = name_of(defers(), stmt->pos);
        return stmt;
      }
      default: return stmt;
    }
  }

  syntax::Stmt* edit_return(syntax::ReturnStmt* stmt) {
    std::vector<syntax::Stmt*> stmts;
    if (!stmt->results.empty()) {
      auto* store = make<syntax::AssignStmt>(stmt->pos);
      store->lhs = list(named_results(stmt->pos));
      store->rhs = stmt->results;
      stmts.push_back(store);
    }
    for (Loop& loop : loops_) loop.returns = true;
    stmts.push_back(set_next(kReturn, stmt->pos));
    stmts.push_back(set_state(loops_.back(), RangeState::Done, stmt->pos));
    stmts.push_back(return_(truth(false, stmt->pos), stmt->pos));
    return block(stmts, stmt->pos);
  }

  // The results by name, those that have none named.
  std::vector<syntax::Expr*> named_results(Pos pos) {
    std::vector<syntax::Expr*> names;
    for (size_t i = 0; i < type_->results.size(); ++i) {
      syntax::Field* field = type_->results[i];
      Var* var = as_object<Var>(c_.info.implicit_of(field));
      if (field->name == nullptr || field->name->symbol.is_blank()) {
        var->name = c_.intern("#rv" + std::to_string(i + 1));
        field->name = name_of(var, var->pos);
      }
      names.push_back(name_of(var, pos));
    }
    return names;
  }

  // The index of the loop a branch leads to; nothing if it leads elsewhere.
  std::optional<size_t> loop_of(const syntax::Stmt* target) const {
    for (size_t i = loops_.size(); i-- > 0;) {
      if (loops_[i].statement == target) return i;
    }
    return std::nullopt;
  }

  void note_depths(const syntax::Node* node, size_t depth) {
    if (syntax::is<syntax::FuncLit>(node)) return;
    if (syntax::is_stmt_kind(node->kind)) depths_[node] = depth;
    if (iterator_of(node) != nullptr) ++depth;
    syntax::for_each_child(node, [&](const syntax::Node* child) { note_depths(child, depth); });
  }

  syntax::Stmt* edit_branch(syntax::BranchStmt* stmt) {
    if (stmt->token == Token::Fallthrough || stmt->target == nullptr) return stmt;
    Pos pos = stmt->pos;
    auto leave = [&](int64_t code) {
      return block({set_next(code, pos), set_state(loops_.back(), RangeState::Done, pos), return_(truth(false, pos), pos)}, pos);
    };
    std::optional<size_t> to = loop_of(stmt->target);
    if (to && *to + 1 == loops_.size()) {
      bool goes_on = stmt->token == Token::Continue;
      return block({set_state(loops_.back(), goes_on ? RangeState::Ready : RangeState::Done, pos), return_(truth(goes_on, pos), pos)}, pos);
    }
    if (to) {
      // Every loop further in ends; the target itself is continued or ends, too.
      bool goes_on = stmt->token == Token::Continue;
      if (goes_on) loops_[*to + 1].continues_outer = true;
      for (size_t i = goes_on ? *to + 2 : *to + 1; i < loops_.size(); ++i) loops_[i].breaks_outer = true;
      return leave(kPerLoop * static_cast<int64_t>(*to + 1) - (goes_on ? 1 : 0));
    }
    // The loops around the target are around the branch, too: no branch leads into a block.
    size_t depth = depths_.at(stmt->target);
    if (depth == loops_.size()) return stmt;
    int64_t& code = codes_[{stmt->token, stmt->target}];
    if (code == 0) code = kReturn - static_cast<int64_t>(codes_.size());
    loops_[depth].branches.push_back({stmt, code});
    for (size_t i = depth + 1; i < loops_.size(); ++i) loops_[i].returns = true;
    return leave(code);
  }

  void start_loop(syntax::ForStmt* stmt) {
    if (depths_.empty()) note_depths(body_, 0);
    Loop loop;
    loop.statement = stmt;
    loop.state = make_var("#state" + std::to_string(++state_count_), int_type(), stmt->pos);
    loops_.push_back(std::move(loop));
  }

  void end_loop(const Signature* iterator) {
    Loop& loop = loops_.back();
    syntax::ForStmt* stmt = loop.statement;
    Pos start = stmt->pos;
    Pos end = stmt->body->rbrace;
    syntax::FuncLit* literal = body_literal(loop, *as<Signature>(core_type(iterator->params[0]->type)));
    Var* yield = make_var("#yield" + std::to_string(++yield_count_), c_.info.type_of(literal), Pos());
    auto* call = make<syntax::CallExpr>(start);
    call->fun = stmt->range->x;
    call->args = list<syntax::Expr*>({name_of(yield, start)});
    typed(call, nullptr, Mode::NoValue);
    auto* run = make<syntax::ExprStmt>(start);
    run->x = call;

    std::vector<syntax::Stmt*> checks = checks_behind(loop, end);
    std::vector<syntax::Stmt*> stmts;
    if (loops_.size() == 1) {
      for (const auto& [var, value] : declared_) stmts.push_back(declare(var, value, start));
    }
    stmts.push_back(declare(loop.state, number(static_cast<int64_t>(RangeState::Ready), start), start));
    stmts.push_back(declare(yield, literal, start));
    stmts.push_back(run);
    stmts.push_back(if_(loop.state, Operator::Eql, static_cast<int64_t>(RangeState::Panic),
                        {panic_state(number(static_cast<int64_t>(RangeState::MissingPanic), end), end)}, end));
    stmts.push_back(set_state(loop, RangeState::Exhausted, end));
    stmts.insert(stmts.end(), checks.begin(), checks.end());
    syntax::BlockStmt* result = block(stmts, start);
    result->rbrace = end;
    rewritten_[stmt] = result;
    loops_.pop_back();
    if (loops_.empty()) {
      declared_.clear();
      next_ = defers_ = nullptr;
    }
  }

  syntax::FuncLit* body_literal(const Loop& loop, const Signature& yield) {
    const syntax::RangeClause& range = *loop.statement->range;
    Pos start = loop.statement->pos;
    Pos end = loop.statement->body->rbrace;
    auto* signature = c_.store.make<Signature>();
    auto* literal = make<syntax::FuncLit>(start);
    literal->is_range_body = true;
    std::vector<syntax::Field*> fields;
    std::vector<syntax::Stmt*> stmts;
    for (size_t i = 0; i < yield.params.size(); ++i) {
      syntax::Expr* lhs = i < range.lhs.size() ? range.lhs[i] : nullptr;
      Var* var = nullptr;
      if (lhs != nullptr && range.define) {
        // The iteration variable is the parameter.
        var = as_object<Var>(c_.info.object_of(syntax::cast<syntax::Name>(lhs)));
        var->var_kind = VarKind::Param;
      } else {
        var = make_var("#p" + std::to_string(i + 1), yield.params[i]->type, start, VarKind::Param);
        if (lhs != nullptr) stmts.push_back(assign(lhs, name_of(var, lhs->pos), lhs->pos));
      }
      var->field_index = static_cast<uint32_t>(i);
      signature->params.push_back(var);
      fields.push_back(make<syntax::Field>(start));
      fields.back()->name = name_of(var, var->pos);
    }
    signature->results.push_back(make_var("#r", c_.basic(BasicKind::Bool), start, VarKind::Result));
    literal->type = make<syntax::FuncType>(start);
    literal->type->params = list(fields);
    typed(literal, signature);

    Var* found = make_var("#tmpState", int_type(), Pos());
    stmts.push_back(declare(found, name_of(loop.state, Pos()), start));
    stmts.push_back(set_state(loop, RangeState::Panic, end));
    stmts.push_back(if_(found, Operator::Neq, static_cast<int64_t>(RangeState::Ready), {panic_state(name_of(found, start), start)}, start));
    stmts.insert(stmts.end(), loop.statement->body->list.begin(), loop.statement->body->list.end());
    stmts.push_back(set_state(loop, RangeState::Ready, end));
    stmts.push_back(return_(truth(true, end), end));
    literal->body = block(stmts, start);
    literal->body->rbrace = end;
    return literal;
  }

  // Behind the call: what #next asks for.
  std::vector<syntax::Stmt*> checks_behind(const Loop& loop, Pos pos) {
    std::vector<syntax::Stmt*> checks;
    std::vector<int64_t> seen;
    for (const Branch& branch : loop.branches) {
      if (std::find(seen.begin(), seen.end(), branch.code) != seen.end()) continue;
      seen.push_back(branch.code);
      auto* go = make<syntax::BranchStmt>(pos);
      go->token = branch.statement->token;
      go->label = branch.statement->label;
      go->target = branch.statement->target;
      checks.push_back(if_(next(), Operator::Eql, branch.code, {set_next(0, pos), go}, pos));
    }
    if (loops_.size() == 1) {
      if (loop.returns) checks.push_back(if_(next(), Operator::Eql, kReturn, {return_(nullptr, pos)}, pos));
      return checks;
    }
    const Loop& outer = loops_[loops_.size() - 2];
    int64_t depth = kPerLoop * static_cast<int64_t>(loops_.size() - 1);
    auto leave_outer = [&](Operator op, int64_t code, bool clear, bool goes_on) {
      std::vector<syntax::Stmt*> then;
      if (clear) then.push_back(set_next(0, pos));
      then.push_back(set_state(outer, goes_on ? RangeState::Ready : RangeState::Done, pos));
      then.push_back(return_(truth(goes_on, pos), pos));
      checks.push_back(if_(next(), op, code, then, pos));
    };
    if (loop.returns) leave_outer(Operator::Lss, 0, false, false);
    checks.push_back(if_(next(), Operator::Gtr, depth, {panic_state(number(static_cast<int64_t>(RangeState::Done), pos), pos)}, pos));
    if (loop.continues_outer) leave_outer(Operator::Eql, depth - 1, true, true);
    if (loop.breaks_outer) leave_outer(Operator::Eql, depth, true, false);
    if (loop.continues_outer || loop.breaks_outer) leave_outer(Operator::Gtr, 0, false, false);
    return checks;
  }

  Context& c_;
  syntax::FuncType* type_;
  syntax::BlockStmt* body_;
  std::vector<Loop> loops_;  ///< around the statement being visited, outermost first
  std::unordered_map<const syntax::ForStmt*, syntax::Stmt*> rewritten_;
  std::unordered_map<const syntax::Node*, size_t> depths_;  ///< range-over-func loops around each statement
  std::map<std::pair<Token, const syntax::Stmt*>, int64_t> codes_;
  std::vector<std::pair<Var*, syntax::Expr*>> declared_;  ///< in front of the outermost loop, with their values
  Var* next_ = nullptr;
  Var* defers_ = nullptr;
  int state_count_ = 0;
  int yield_count_ = 0;
};

}  // namespace

void rewrite_range_over_func(Context& c, syntax::FuncType* type, syntax::BlockStmt* body) { Rewriter(c, type, body).run(); }

void rewrite_range_over_func(Context& c, const syntax::Expr* expr) {
  syntax::walk(expr, [&](const syntax::Node* node) {
    const auto* literal = syntax::as<syntax::FuncLit>(node);
    if (literal == nullptr || literal->body == nullptr) return true;
    rewrite_range_over_func(c, literal->type, literal->body);
    return false;
  });
}

}  // namespace govm::types
