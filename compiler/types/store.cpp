// The universe (spec: "Predeclared identifiers") and the tables that make unnamed types unique.
#include "compiler/types/store.h"

#include <array>
#include <map>
#include <unordered_map>

#include "base/check.h"
#include "compiler/types/relations.h"
#include "compiler/types/type_set.h"

namespace govm::types {
namespace {

struct BasicRow {
  BasicKind kind;
  const char* name;
};

// In the order of BasicKind.
constexpr BasicRow kBasics[] = {
    {BasicKind::Invalid, "invalid type"},
    {BasicKind::Bool, "bool"},
    {BasicKind::Int, "int"},
    {BasicKind::Int8, "int8"},
    {BasicKind::Int16, "int16"},
    {BasicKind::Int32, "int32"},
    {BasicKind::Int64, "int64"},
    {BasicKind::Uint, "uint"},
    {BasicKind::Uint8, "uint8"},
    {BasicKind::Uint16, "uint16"},
    {BasicKind::Uint32, "uint32"},
    {BasicKind::Uint64, "uint64"},
    {BasicKind::Uintptr, "uintptr"},
    {BasicKind::Float32, "float32"},
    {BasicKind::Float64, "float64"},
    {BasicKind::Complex64, "complex64"},
    {BasicKind::Complex128, "complex128"},
    {BasicKind::String, "string"},
    {BasicKind::UnsafePointer, "unsafe.Pointer"},
    {BasicKind::UntypedBool, "untyped bool"},
    {BasicKind::UntypedInt, "untyped int"},
    {BasicKind::UntypedRune, "untyped rune"},
    {BasicKind::UntypedFloat, "untyped float"},
    {BasicKind::UntypedComplex, "untyped complex"},
    {BasicKind::UntypedString, "untyped string"},
    {BasicKind::UntypedNil, "untyped nil"},
};

struct BuiltinRow {
  const char* name;
  BuiltinId id;
};

constexpr BuiltinRow kBuiltins[] = {
    {"append", BuiltinId::Append},   {"cap", BuiltinId::Cap},         {"clear", BuiltinId::Clear},   {"close", BuiltinId::Close},
    {"complex", BuiltinId::Complex}, {"copy", BuiltinId::Copy},       {"delete", BuiltinId::Delete}, {"imag", BuiltinId::Imag},
    {"len", BuiltinId::Len},         {"make", BuiltinId::Make},       {"max", BuiltinId::Max},       {"min", BuiltinId::Min},
    {"new", BuiltinId::New},         {"panic", BuiltinId::Panic},     {"print", BuiltinId::Print},   {"println", BuiltinId::Println},
    {"real", BuiltinId::Real},       {"recover", BuiltinId::Recover},
};

constexpr BuiltinRow kUnsafeBuiltins[] = {
    {"Add", BuiltinId::UnsafeAdd},       {"Alignof", BuiltinId::UnsafeAlignof},       {"Offsetof", BuiltinId::UnsafeOffsetof},
    {"Sizeof", BuiltinId::UnsafeSizeof}, {"Slice", BuiltinId::UnsafeSlice},           {"SliceData", BuiltinId::UnsafeSliceData},
    {"String", BuiltinId::UnsafeString}, {"StringData", BuiltinId::UnsafeStringData},
};

}  // namespace

/// Instances by their generic type and the hash of their arguments.
using Instances = std::multimap<std::pair<const Named*, uint64_t>, const Named*>;

struct TypeStore::Tables {
  std::vector<std::unique_ptr<Type>> types;
  std::vector<std::unique_ptr<Object>> objects;
  std::vector<std::unique_ptr<Scope>> scopes;
  std::vector<std::unique_ptr<Package>> packages;
  std::array<const Basic*, std::size(kBasics)> basics{};
  const Type* byte_type = nullptr;
  const Type* rune_type = nullptr;
  const Type* any_type = nullptr;
  const Type* error_type = nullptr;
  const Type* comparable_type = nullptr;
  const Interface* empty_interface = nullptr;
  std::unordered_map<const Type*, const Pointer*> pointers;
  std::unordered_map<const Type*, const Slice*> slices;
  std::map<std::pair<const Type*, int64_t>, const Array*> arrays;
  std::map<std::pair<const Type*, const Type*>, const Map*> maps;
  std::map<std::pair<ChanDir, const Type*>, const Chan*> chans;
  Instances instances;
  Instances local_instances;
  std::unordered_multimap<uint64_t, const Type*> canonical;
};

TypeStore::TypeStore(Interner& interner) : interner_(interner), tables_(std::make_unique<Tables>()) { declare_universe(); }
TypeStore::~TypeStore() = default;

void TypeStore::own(std::unique_ptr<Type> type) { tables_->types.push_back(std::move(type)); }
void TypeStore::own(std::unique_ptr<Object> object) { tables_->objects.push_back(std::move(object)); }

Scope* TypeStore::make_scope(Scope* parent) {
  tables_->scopes.push_back(std::make_unique<Scope>(parent));
  return tables_->scopes.back().get();
}

Package* TypeStore::make_package(std::string path, Symbol name) {
  tables_->packages.push_back(std::make_unique<Package>());
  Package* package = tables_->packages.back().get();
  package->path = std::move(path);
  package->name = name;
  package->scope = make_scope(universe_);
  return package;
}

Var* TypeStore::make_var(Pos pos, const Package* package, Symbol name, const Type* type, VarKind kind) {
  Var* var = make<Var>(pos, package, name, kind);
  var->type = type;
  var->id = next_var_++;
  return var;
}

Func* TypeStore::make_func(Pos pos, const Package* package, Symbol name) {
  Func* func = make<Func>(pos, package, name);
  func->id = next_func_++;
  return func;
}

void TypeStore::declare_universe() {
  universe_ = make_scope(nullptr);
  auto declare_type = [&](std::string_view name, const Type* type) {
    TypeName* object = make<TypeName>(Pos(), nullptr, interner_.intern(name));
    object->type = type;
    object->color = Object::Color::Black;
    universe_->insert(object);
    return object;
  };
  for (const BasicRow& row : kBasics) {
    auto* basic = make<Basic>(row.kind, row.name);
    tables_->basics[static_cast<size_t>(row.kind)] = basic;
    if (row.kind >= BasicKind::Bool && row.kind <= BasicKind::String) declare_type(row.name, basic);
  }
  // byte and rune are aliases that messages print by the name that was written.
  tables_->byte_type = make<Basic>(BasicKind::Uint8, "byte");
  declare_type("byte", tables_->byte_type);
  tables_->rune_type = make<Basic>(BasicKind::Int32, "rune");
  declare_type("rune", tables_->rune_type);

  auto* empty = make<Interface>();
  tables_->empty_interface = empty;
  TypeName* any = make<TypeName>(Pos(), nullptr, interner_.intern("any"));
  auto* alias = make<Alias>(any);
  alias->target = empty;
  any->type = alias;
  any->color = Object::Color::Black;
  universe_->insert(any);
  tables_->any_type = alias;

  auto declare_interface = [&](std::string_view name, Interface* body) {
    TypeName* object = declare_type(name, nullptr);
    auto* named = make<Named>(object);
    named->store = this;
    named->resolved = body;
    object->type = named;
    return named;
  };
  auto* error_body = make<Interface>();
  Func* error_method = make_func(Pos(), nullptr, interner_.intern("Error"));
  auto* signature = make<Signature>();
  signature->results.push_back(make_var(Pos(), nullptr, Symbol(), basic(BasicKind::String), VarKind::Result));
  error_method->type = signature;
  error_method->color = Object::Color::Black;
  error_body->methods.push_back(error_method);
  Named* error = declare_interface("error", error_body);
  signature->recv = make_var(Pos(), nullptr, Symbol(), error, VarKind::Receiver);
  tables_->error_type = error;
  auto* comparable_body = make<Interface>();
  comparable_body->type_set = comparable_type_set();
  tables_->comparable_type = declare_interface("comparable", comparable_body);

  auto declare_constant = [&](std::string_view name, BasicKind kind, constant::Value value) {
    Const* object = make<Const>(Pos(), nullptr, interner_.intern(name));
    object->type = basic(kind);
    object->value = std::move(value);
    object->color = Object::Color::Black;
    universe_->insert(object);
  };
  declare_constant("true", BasicKind::UntypedBool, constant::Value::from_bool(true));
  declare_constant("false", BasicKind::UntypedBool, constant::Value::from_bool(false));
  declare_constant("iota", BasicKind::UntypedInt, constant::Value::from_int64(0));
  auto* nil = make<Nil>(interner_.intern("nil"));
  nil->type = basic(BasicKind::UntypedNil);
  nil->color = Object::Color::Black;
  universe_->insert(nil);
  auto declare_builtin = [&](Scope* scope, const BuiltinRow& row) {
    auto* object = make<Builtin>(interner_.intern(row.name), row.id);
    object->color = Object::Color::Black;
    scope->insert(object);
  };
  for (const BuiltinRow& row : kBuiltins) declare_builtin(universe_, row);

  unsafe_ = make_package("unsafe", interner_.intern("unsafe"));
  for (const BuiltinRow& row : kUnsafeBuiltins) declare_builtin(unsafe_->scope, row);
  TypeName* pointer = make<TypeName>(Pos(), unsafe_, interner_.intern("Pointer"));
  pointer->type = basic(BasicKind::UnsafePointer);
  pointer->color = Object::Color::Black;
  unsafe_->scope->insert(pointer);
}

const Basic* TypeStore::basic(BasicKind kind) const { return tables_->basics[static_cast<size_t>(kind)]; }
const Type* TypeStore::byte_type() const { return tables_->byte_type; }
const Type* TypeStore::rune_type() const { return tables_->rune_type; }
const Type* TypeStore::any_type() const { return tables_->any_type; }
const Type* TypeStore::error_type() const { return tables_->error_type; }
const Type* TypeStore::comparable_type() const { return tables_->comparable_type; }
const Interface* TypeStore::empty_interface() const { return tables_->empty_interface; }

const Type* TypeStore::default_type(const Type* type) const {
  if (!is_untyped(type)) return type;
  switch (is_a<Basic>(type)->basic()) {
    case BasicKind::UntypedBool: return basic(BasicKind::Bool);
    case BasicKind::UntypedInt: return basic(BasicKind::Int);
    case BasicKind::UntypedRune: return rune_type();
    case BasicKind::UntypedFloat: return basic(BasicKind::Float64);
    case BasicKind::UntypedComplex: return basic(BasicKind::Complex128);
    case BasicKind::UntypedString: return basic(BasicKind::String);
    default: return type;
  }
}

const Pointer* TypeStore::pointer_to(const Type* elem) {
  const Pointer*& slot = tables_->pointers[elem];
  if (!slot) slot = make<Pointer>(elem);
  return slot;
}

const Slice* TypeStore::slice_of(const Type* elem) {
  const Slice*& slot = tables_->slices[elem];
  if (!slot) slot = make<Slice>(elem);
  return slot;
}

const Array* TypeStore::array_of(const Type* elem, int64_t length) {
  const Array*& slot = tables_->arrays[{elem, length}];
  if (!slot) slot = make<Array>(elem, length);
  return slot;
}

const Map* TypeStore::map_of(const Type* key, const Type* elem) {
  const Map*& slot = tables_->maps[{key, elem}];
  if (!slot) slot = make<Map>(key, elem);
  return slot;
}

const Chan* TypeStore::chan_of(ChanDir dir, const Type* elem) {
  const Chan*& slot = tables_->chans[{dir, elem}];
  if (!slot) slot = make<Chan>(dir, elem);
  return slot;
}

const Tuple* TypeStore::tuple_of(std::vector<const Var*> vars) { return make<Tuple>(std::move(vars)); }

namespace {

/// The instance of `generic` whose arguments are these; null: there is none yet.
const Named* find_instance(const Instances& instances, const Named* generic, const std::vector<const Type*> Named::*list,
                           std::span<const Type* const> args, uint64_t hash) {
  auto [from, to] = instances.equal_range({generic, hash});
  for (auto at = from; at != to; ++at) {
    const std::vector<const Type*>& own = at->second->*list;
    if (std::equal(own.begin(), own.end(), args.begin(), args.end(), identical)) return at->second;
  }
  return nullptr;
}

}  // namespace

const Named* TypeStore::local_instance_of(const Named* declared, std::span<const Type* const> enclosing_args) {
  const uint64_t hash = arguments_hash(enclosing_args);
  if (const Named* found = find_instance(tables_->local_instances, declared, &Named::enclosing_args, enclosing_args, hash)) return found;
  Named* instance = make<Named>(declared->object);
  instance->declared = declared;
  instance->enclosing_args.assign(enclosing_args.begin(), enclosing_args.end());
  instance->type_params = declared->type_params;
  instance->arguments_hash = hash;
  instance->store = this;
  tables_->local_instances.emplace(std::pair(declared, hash), instance);
  return instance;
}

const Named* TypeStore::instance_of(const Named* generic, std::span<const Type* const> args) {
  const uint64_t hash = arguments_hash(args);
  if (const Named* found = find_instance(tables_->instances, generic, &Named::type_args, args, hash)) return found;
  Named* instance = make<Named>(generic->object);
  instance->origin = generic;
  instance->type_args.assign(args.begin(), args.end());
  instance->arguments_hash = hash;
  instance->store = this;
  tables_->instances.emplace(std::pair(generic, hash), instance);
  return instance;
}

const Type* TypeStore::canonical(const Type* type) {
  type = unalias(type);
  if (!type) return nullptr;
  uint64_t hash = type_hash(type);
  auto [from, to] = tables_->canonical.equal_range(hash);
  for (auto at = from; at != to; ++at) {
    if (identical(at->second, type)) return at->second;
  }
  tables_->canonical.emplace(hash, type);
  return type;
}

}  // namespace govm::types
