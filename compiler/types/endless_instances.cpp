// Generic functions and types whose instances need ever larger ones: func f[P any]() { f[*P]() }. They cannot be
// compiled one body an instance.
//
// A graph says what flows into type parameters: an edge from Q to P where P is given Q (weight 0) or a type made of Q
// (weight 1); a type declared inside a generic function takes each of its parameters with weight 1. A cycle with a
// weight has no end; it is sought as Bellman and Ford seek the longest path.
#include <unordered_map>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

struct Vertex {
  const TypeName* object;
  int weight = 0;        ///< of the heaviest way known
  size_t last_edge = 0;  ///< of that way
  size_t length = 0;     ///< of that way, in edges
};

struct Edge {
  size_t to, from;
  int weight;
  Pos pos;
  const Type* type;  ///< what is given
};

class Graph {
 public:
  explicit Graph(Context& c) : c_(c) {}

  void add(const Context::InstantiationAt& at) {
    for (size_t i = 0; i < at.params.size() && i < at.args.size(); ++i) {
      const TypeParam* param = at.params[i];
      // Other packages cannot lead back here.
      if (param->object->package != c_.package) continue;
      flow(i < at.arg_exprs.size() ? pos_of(at.arg_exprs[i]) : at.pos, param, at.args[i], at.args[i]);
    }
  }

  void check() {
    for (bool again = true; again;) {
      again = false;
      for (size_t i = 0; i < edges_.size(); ++i) {
        const Edge& edge = edges_[i];
        const Vertex& from = vertices_[edge.from];
        Vertex& to = vertices_[edge.to];
        if (from.weight + edge.weight <= to.weight) continue;
        to.last_edge = i;
        to.length = from.length + 1;
        if (to.length == vertices_.size()) return report(edge.to);
        to.weight = from.weight + edge.weight;
        again = true;
      }
    }
  }

 private:
  static constexpr size_t kNone = SIZE_MAX;

  /// Adds the edges into `param` from all that `part` of the argument mentions.
  void flow(Pos pos, const TypeParam* param, const Type* argument, const Type* part) {
    auto add_edge = [&](size_t from, const Type* type) {
      if (from == kNone) return;
      size_t to = vertex_of(param);
      edges_.push_back({to, from, type == unalias(argument) ? 0 : 1, pos, argument});
    };
    auto each = [&](const std::vector<const Var*>& vars) {
      for (const Var* var : vars) flow(pos, param, argument, var->type);
    };
    part = unalias(part);
    if (part == nullptr) return;
    switch (part->kind()) {
      case TypeKind::TypeParam: return add_edge(vertex_of(static_cast<const TypeParam*>(part)), part);
      case TypeKind::Named: {
        auto* named = static_cast<const Named*>(part);
        add_edge(local_vertex_of(named->origin != nullptr ? named->origin : named), part);
        for (const Type* arg : named->type_args) flow(pos, param, argument, arg);
        return;
      }
      case TypeKind::Array: return flow(pos, param, argument, static_cast<const Array*>(part)->elem);
      case TypeKind::Slice: return flow(pos, param, argument, static_cast<const Slice*>(part)->elem);
      case TypeKind::Pointer: return flow(pos, param, argument, static_cast<const Pointer*>(part)->elem);
      case TypeKind::Chan: return flow(pos, param, argument, static_cast<const Chan*>(part)->elem);
      case TypeKind::Map:
        flow(pos, param, argument, static_cast<const Map*>(part)->key);
        return flow(pos, param, argument, static_cast<const Map*>(part)->elem);
      case TypeKind::Struct: return each(static_cast<const Struct*>(part)->fields);
      case TypeKind::Signature:
        each(static_cast<const Signature*>(part)->params);
        return each(static_cast<const Signature*>(part)->results);
      case TypeKind::Interface:
        for (const Func* method : interface_methods(static_cast<const Interface*>(part))) flow(pos, param, argument, method->type);
        return;
      default: return;
    }
  }

  size_t vertex_of(const TypeParam* param) {
    if (auto at = c_.canonical_params.find(param->object); at != c_.canonical_params.end()) param = at->second;
    auto [place, fresh] = index_.try_emplace(param->object, vertices_.size());
    if (fresh) vertices_.push_back({param->object});
    return place->second;
  }

  /// Of a type declared inside a generic function; none for others.
  size_t local_vertex_of(const Named* named) {
    const TypeName* object = named->object;
    if (object->package != c_.package || object->parent == c_.package->scope) return kNone;
    if (auto known = index_.find(object); known != index_.end()) return known->second;
    index_[object] = kNone;
    for (const Scope* scope = object->parent; scope != nullptr && scope != c_.package->scope; scope = scope->parent()) {
      for (const Object* other : scope->objects()) {
        auto* param = as_object<TypeName>(other) && other->pos < object->pos ? is_a<TypeParam>(other->type) : nullptr;
        if (param == nullptr) continue;
        if (index_[object] == kNone) {
          index_[object] = vertices_.size();
          vertices_.push_back({object});
        }
        size_t from = vertex_of(param);
        edges_.push_back({index_[object], from, 1, object->pos, param});
      }
    }
    return index_[object];
  }

  void report(size_t vertex) {
    // The way that ends here contains the cycle: it is walked back until a vertex comes again.
    std::vector<size_t> way;
    std::vector<bool> seen(vertices_.size());
    for (; !seen[vertex]; vertex = edges_[vertices_[vertex].last_edge].from) {
      way.push_back(vertex);
      seen[vertex] = true;
    }
    while (way.front() != vertex) way.erase(way.begin());
    diag::Diagnostic& message = c_.report(vertices_[vertex].object->pos, diag::kInstantiationCycle);
    for (size_t v : way) {
      const Edge& edge = edges_[vertices_[v].last_edge];
      const TypeName* object = vertices_[edge.to].object;
      std::string_view how = is_type_param(object->type) ? " instantiated as " : " implicitly parameterized by ";
      message.note(edge.pos, object->name.str() + std::string(how) + c_.text(edge.type));
    }
  }

  Context& c_;
  std::vector<Vertex> vertices_;
  std::vector<Edge> edges_;
  std::unordered_map<const TypeName*, size_t> index_;
};

}  // namespace

void check_endless_instances(Context& c) {
  if (c.instantiations.empty()) return;
  Graph graph(c);
  for (const Context::InstantiationAt& at : c.instantiations) graph.add(at);
  graph.check();
}

}  // namespace govm::types
