// Spec: "Package initialization".
//
// "The next package-level variable that is earliest in declaration order and ready for initialization"
// comes next, where ready means that it depends on no uninitialised variable, also through functions.
#include <algorithm>
#include <map>
#include <set>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

bool by_order(const Object* x, const Object* y) { return x->order < y->order; }

struct ByOrder {
  bool operator()(const Object* x, const Object* y) const { return by_order(x, y); }
};

using ObjectSet = std::set<const Object*, ByOrder>;

class InitOrder {
 public:
  explicit InitOrder(Context& c) : c_(c) {}

  void compute() {
    std::vector<const Object*> open;
    for (const auto& [object, decl] : c_.decls) {
      // Late declarations: what nothing has needed yet has no initialiser.
      if (object->color == Object::Color::White) continue;
      if (object->package == c_.package && (as_object<Var>(object) || as_object<Const>(object))) open.push_back(object);
    }
    std::ranges::sort(open, by_order);
    // How many others each waits for, and who waits for it.
    std::map<const Object*, size_t, ByOrder> waiting;
    std::map<const Object*, std::vector<const Object*>, ByOrder> waiters;
    for (const Object* object : open) {
      const ObjectSet& needs = dependencies_through_functions(object);
      waiting[object] = needs.size();
      for (const Object* need : needs) waiters[need].push_back(object);
    }
    // Constants first, then the fewest dependencies, then order of declaration.
    auto key = [&](const Object* object) { return std::tuple(as_object<Const>(object) == nullptr, waiting[object], object->order); };
    std::map<std::tuple<bool, size_t, uint32_t>, const Object*> queue;
    for (const Object* object : open) queue[key(object)] = object;
    std::set<const DeclInfo*> emitted;
    std::vector<Initializer>& steps = c_.info.init_order[c_.package];
    while (!queue.empty()) {
      const Object* next = queue.begin()->second;
      queue.erase(queue.begin());
      if (waiting[next] > 0) report_cycle(next);
      waiting[next] = 0;
      for (const Object* waiter : waiters[next]) {
        auto entry = queue.find(key(waiter));
        if (entry == queue.end()) continue;  // already taken, in a cycle
        queue.erase(entry);
        --waiting[waiter];
        queue[key(waiter)] = waiter;
      }
      const auto* var = as_object<Var>(next);
      DeclInfo* decl = c_.decls.at(next);
      if (var == nullptr || decl->init == nullptr || !emitted.insert(decl).second) continue;
      Initializer step;
      step.rhs = decl->init;
      step.lhs.assign(decl->lhs.begin(), decl->lhs.end());
      if (step.lhs.empty()) step.lhs.push_back(var);
      steps.push_back(std::move(step));
    }
  }

 private:
  const std::vector<Object*>& direct(const Object* object) const {
    static const std::vector<Object*> kNone;
    auto found = c_.decls.find(object);
    return found != c_.decls.end() ? found->second->dependencies : kNone;
  }

  /// The variables and constants that an object mentions, itself or through functions; an object that mentions
  /// itself only through functions is one of them.
  ObjectSet dependencies_through_functions(const Object* object) const {
    ObjectSet found;
    std::set<const Object*> seen;
    std::vector<const Object*> todo(direct(object).begin(), direct(object).end());
    while (!todo.empty()) {
      const Object* next = todo.back();
      todo.pop_back();
      if (!seen.insert(next).second || !c_.decls.contains(next)) continue;
      if (as_object<Func>(next)) {
        todo.insert(todo.end(), direct(next).begin(), direct(next).end());
      } else if (as_object<Var>(next) || as_object<Const>(next)) {
        found.insert(next);
      }
    }
    return found;
  }

  // The way from `from` to `to`, nearest first in the order of declaration; in reverse.
  bool find_path(const Object* from, const Object* to, std::set<const Object*>& seen, std::vector<const Object*>& path) const {
    if (!seen.insert(from).second) return false;
    std::vector<Object*> needs = direct(from);
    std::ranges::sort(needs, by_order);
    for (const Object* need : needs) {
      if (need == to || find_path(need, to, seen, path)) {
        path.push_back(need);
        return true;
      }
    }
    return false;
  }

  void report_cycle(const Object* object) {
    std::set<const Object*> seen;
    std::vector<const Object*> cycle;  // object's successors, last first
    if (!find_path(object, object, seen, cycle)) return;
    const Object* at = cycle[0];
    if (cycle.size() == 1) {
      c_.report(at->pos, diag::kInitializationSelfReference, at->name.view());
      return;
    }
    diag::Diagnostic& message = c_.report(at->pos, diag::kInitializationCycle, at->name.view());
    for (size_t i = cycle.size(); i-- > 0;) {
      message.note(at->pos, at->name.str() + " refers to " + cycle[i]->name.str());
      at = cycle[i];
    }
  }

  Context& c_;
};

}  // namespace

void compute_init_order(Context& c) {
  InitOrder(c).compute();
  c.is_order_known = true;
}

}  // namespace govm::types
