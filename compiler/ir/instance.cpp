// Interning of function instances.
#include "compiler/ir/instance.h"

#include <functional>
#include <map>

#include "compiler/ir/names.h"
#include "compiler/types/object.h"
#include "compiler/types/subst.h"
#include "compiler/types/type.h"

namespace govm::ir {

struct InstanceTable::Key {
  InstanceKind kind;
  const void* node;   ///< func, literal, statement, loop or package
  const void* other;  ///< receiver or outer
  std::vector<const types::Type*> type_args;
  const inl::InlineContext* context = nullptr;
  bool operator==(const Key&) const = default;
};

struct InstanceTable::KeyHash {
  size_t operator()(const Key& key) const {
    size_t hash = static_cast<size_t>(key.kind);
    auto mix = [&](const void* p) { hash = hash * 0x9e3779b97f4a7c15u + std::hash<const void*>{}(p); };
    mix(key.node);
    mix(key.other);
    mix(key.context);
    for (const types::Type* type : key.type_args) mix(type);
    return hash;
  }
};

struct InstanceTable::Index {
  std::unordered_map<Key, Instance*, KeyHash> by_key;
  std::unordered_map<const Instance*, uint32_t> literals;               ///< numbered function literals so far
  std::unordered_map<const Instance*, uint32_t> range_bodies;           ///< numbered bodies of range-over-func loops so far
  std::unordered_map<const Instance*, uint32_t> wrappers;               ///< named wrappers of defer and go so far
  std::map<std::pair<const void*, const Instance*>, uint32_t> numbers;  ///< of literals by their text's function
  std::vector<std::unique_ptr<std::vector<const types::Type*>>> type_args;
  std::unordered_map<const types::Func*, std::vector<const types::TypeParam*>> type_params;
};

types::Substitution substitution_of(const Instance& instance) {
  const Instance* declared = &instance;
  while (declared->outer != nullptr) declared = declared->outer;
  if (declared->type_args.empty()) return {};
  return {declared->type_params, declared->type_args};
}

bool belongs_to_std(const Instance& instance) {
  const Instance* declared = &instance;
  while (declared->outer != nullptr) declared = declared->outer;
  return declared->func != nullptr && declared->func->package != nullptr && declared->func->package->is_std;
}

InstanceTable::InstanceTable() : index_(std::make_unique<Index>()) {}
InstanceTable::~InstanceTable() = default;

Instance* InstanceTable::find_or_add(const Key& key, bool& added) {
  auto [it, inserted] = index_->by_key.try_emplace(key, nullptr);
  added = inserted;
  if (inserted) {
    auto instance = std::make_unique<Instance>();
    instance->kind = key.kind;
    instance->id = static_cast<uint32_t>(all_.size());
    it->second = instance.get();
    all_.push_back(std::move(instance));
  }
  return it->second;
}

void InstanceTable::keep_type_args(Instance& instance, const Key& key) {
  if (key.type_args.empty()) return;
  instance.type_args = *index_->type_args.emplace_back(std::make_unique<std::vector<const types::Type*>>(key.type_args));
}

const Instance* InstanceTable::function(const types::Func* func, std::span<const types::Type* const> type_args) {
  bool added = false;
  Key key{InstanceKind::Function, func, nullptr, {type_args.begin(), type_args.end()}};
  Instance* instance = find_or_add(key, added);
  if (added) {
    instance->func = func;
    keep_type_args(*instance, key);
    std::vector<const types::TypeParam*>& params = index_->type_params[func];
    if (params.empty()) params = func->signature()->all_type_params();
    instance->type_params = params;
    describe_function(*instance);
  }
  return instance;
}

const Instance* InstanceTable::literal(const syntax::FuncLit* literal, const Instance* outer, const inl::InlineContext* context,
                                       const types::Signature* signature, bool inside_literal) {
  bool added = false;
  Instance* instance = find_or_add({InstanceKind::Literal, literal, outer, {}, context}, added);
  if (added) {
    instance->context = context;
    instance->literal = literal;
    instance->outer = outer;
    instance->signature = signature;
    instance->pos = literal_pos(literal);
    bool is_body = is_range_body(literal);
    uint32_t& number = index_->numbers[{literal, outer}];
    if (number == 0) number = ++(is_body ? index_->range_bodies : index_->literals)[outer];
    instance->name = literal_name(*outer, is_body, inside_literal, number);
  }
  return instance;
}

void InstanceTable::count_literal(const syntax::Node* value, const Instance* outer) {
  uint32_t& number = index_->numbers[{value, outer}];
  if (number == 0) number = ++index_->literals[outer];
}

const Instance* InstanceTable::method(const types::Type* receiver, const types::Func* method, const types::Signature* signature,
                                      std::span<const types::Type* const> method_args) {
  bool added = false;
  Key key{InstanceKind::Wrapper, method, receiver, {method_args.begin(), method_args.end()}};
  Instance* instance = find_or_add(key, added);
  if (added) {
    keep_type_args(*instance, key);
    instance->func = method;
    instance->receiver = receiver;
    instance->signature = signature;
    instance->name = wrapper_name(receiver, method);
  }
  return instance;
}

const Instance* InstanceTable::interface_expr(const types::Type* interface, const types::Func* method, const types::Signature* signature) {
  bool added = false;
  Instance* instance = find_or_add({InstanceKind::InterfaceExpr, method, interface, {}}, added);
  if (added) {
    instance->func = method;
    instance->receiver = interface;
    instance->signature = signature;
    instance->name = wrapper_name(interface, method);
  }
  return instance;
}

const Instance* InstanceTable::bound_method(const types::Type* receiver, const types::Func* method, const types::Signature* signature,
                                            std::span<const types::Type* const> method_args) {
  bool added = false;
  Key key{InstanceKind::BoundMethod, method, receiver, {method_args.begin(), method_args.end()}};
  Instance* instance = find_or_add(key, added);
  if (added) {
    keep_type_args(*instance, key);
    instance->func = method;
    instance->receiver = receiver;
    instance->signature = signature;
    instance->name = wrapper_name(receiver, method) + "-fm";
  }
  return instance;
}

const Instance* InstanceTable::call_wrapper(const syntax::CallStmt* statement, const Instance* outer, const inl::InlineContext* context,
                                            const types::Signature* signature) {
  bool added = false;
  Instance* instance = find_or_add({InstanceKind::CallWrapper, statement, outer, {}, context}, added);
  if (added) {
    instance->context = context;
    instance->statement = statement;
    instance->outer = outer;
    instance->signature = signature;
    instance->pos = statement_pos(statement);
    instance->name = call_wrapper_name(*outer, statement, ++index_->wrappers[outer]);
  }
  return instance;
}

const Instance* InstanceTable::package_init(const types::Package* package, const types::Signature* signature) {
  bool added = false;
  Instance* instance = find_or_add({InstanceKind::PackageInit, package, nullptr, {}}, added);
  if (added) {
    instance->package = package;
    instance->signature = signature;
    instance->name = package_init_name(package);
  }
  return instance;
}

}  // namespace govm::ir
