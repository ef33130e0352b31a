// Functions the compiler adds: promoted methods and methods called through a pointer or an
// interface's data word, method expressions of interfaces, method values.
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

namespace {

// Whether a method of *T is declared for T itself, not promoted from a field.
bool is_value_method_of_pointer(const types::Type* receiver, const types::Func* method) {
  if (types::is_a<types::Pointer>(receiver) == nullptr || method->pointer_receiver) return false;
  return types::lookup_field_or_method(receiver, true, method->package, method->name).path.size() <= 1;
}

}  // namespace

const Instance* instance_of_method(types::TypeStore& store, InstanceTable& instances, const types::Type* receiver,
                                   const types::Func* method, std::span<const types::Type* const> method_args) {
  const auto* pointer = types::is_a<types::Pointer>(receiver);
  const types::Type* base = pointer != nullptr ? pointer->elem : receiver;
  types::Found found = types::lookup_field_or_method(receiver, true, method->package, method->name);
  const auto* func = types::as_object<types::Func>(found.object);
  GOVM_CHECK(func != nullptr, "method not in the method set");
  bool direct = found.path.size() <= 1 && !types::is_interface(base) && func->pointer_receiver == (pointer != nullptr);
  if (direct) {
    if (func->origin == nullptr) return instances.function(func, method_args);
    std::vector<const types::Type*> args;
    for (const types::Type* type : types::is_a<types::Named>(base)->type_args) args.push_back(store.canonical(type));
    args.insert(args.end(), method_args.begin(), method_args.end());
    return instances.function(func->origin, args);
  }
  const types::Signature* plain = method_args.empty() ? func->signature() : types::instantiate(store, func->signature(), method_args);
  auto* signature = store.make<types::Signature>();
  signature->params.push_back(store.make_var(func->pos, func->package, Symbol(), receiver, types::VarKind::Receiver));
  signature->params.insert(signature->params.end(), plain->params.begin(), plain->params.end());
  signature->results = plain->results;
  signature->variadic = plain->variadic;
  return instances.method(store.canonical(receiver), func, signature, method_args);
}

std::vector<Datum> Builder::take_parameters(std::span<const Type* const> list) {
  function_->parameters.assign(list.begin(), list.end());
  std::vector<Datum> data(list.size());
  for (size_t i = 0; i < list.size(); ++i) {
    data[i].type = list[i];
    if (!is_split(list[i])) continue;
    for (const Part& part : parts_of(list[i])) {
      Value* value = emit(Op::Param, rep_of(part.type), part.type);
      value->aux.piece = function_->arena.make<Piece>(Piece{static_cast<uint32_t>(i), part.offset, part.type, false});
      data[i].parts.push_back(value);
    }
  }
  for (size_t i = 0; i < list.size(); ++i) {
    if (is_split(list[i])) continue;
    data[i].address = place_address(temporary(list[i]));
    data[i].temporary = true;
    Value* copy = emit_void(Op::ParamCopy, {data[i].address});
    copy->imm = static_cast<int64_t>(i);
    copy->elem = list[i];
  }
  return data;
}

// What a wrapper calls, the type parameters of a generic method replaced.
const types::Signature* Builder::forwarded_signature(const types::Func* method) {
  return instance_->type_args.empty() ? method->signature() : types::instantiate(types_, method->signature(), instance_->type_args);
}

/// Calls a method of the method set of the receiver's type, embedded fields followed.
std::vector<Datum> Builder::call_method(const Datum& receiver, const types::Func* method, std::span<const Datum> arguments) {
  types::Found found = types::lookup_field_or_method(receiver.type, true, method->package, method->name);
  const auto* func = types::as_object<types::Func>(found.object);
  GOVM_CHECK(func != nullptr, "method not in the method set");
  std::vector<uint32_t> path(found.path.begin(), found.path.end() - (found.path.empty() ? 0 : 1));
  Callee callee;
  callee.signature = forwarded_signature(func);
  callee.func = func;
  // Walk as a location where a pointer is at hand, so that addresses of fields can be taken.
  Location location;
  Datum datum = receiver;
  bool located = is_pointer(receiver.type) && (!path.empty() || !func->pointer_receiver);
  if (located) {
    location.kind = Location::Kind::Memory;
    location.base = receiver.value();
    location.type = elem_of(receiver.type);
    location = walk_fields(location, path, pos_);
  } else if (!path.empty()) {
    datum = walk_fields(datum, path, pos_);
  }
  const Type* owner = located ? location.type : datum.type;
  if (func->pointer_receiver && !is_pointer(owner)) {
    if (!located) {
      // The field of a value: a copy's address would not do, but method sets do not have this method.
      location.kind = Location::Kind::Memory;
      location.base = in_memory(datum);
      location.type = datum.type;
      location.checked = true;
    }
    datum = single(types_.pointer_to(owner), address_of(location));
  } else if (located) {
    datum = load(location);
  }
  if (!func->pointer_receiver && is_pointer(datum.type) && !types::is_interface(datum.type))
    datum = load_at(datum.value(), 0, elem_of(datum.type), false);
  if (types::is_interface(datum.type)) {
    callee.kind = Callee::Kind::Interface;
    callee.operand_type = datum.type;
    callee.method = method_index(datum.type, func);
  } else {
    callee.kind = Callee::Kind::Static;
    callee.operand_type = datum.type;
    callee.instance = method_instance(datum.type, func, instance_->type_args);
  }
  return emit_call(callee, &datum, arguments, pos_);
}

/// Go names the method that a nil pointer has no receiver for.
void Builder::check_receiver(Value* receiver) {
  Block* missing = new_block();
  Block* present = new_block();
  branch(compare(Op::Eq, receiver, constant(0, pointer_type()), pointer_type()), missing, present);
  start_sealed(missing);
  terminate(Op::PanicNilReceiver, {});
  start_sealed(present);
}

void Builder::build_forwarding(bool receiver_is_captured) {
  function_->is_wrapper = true;
  const Type* receiver_type = instance_->receiver;
  const types::Signature* signature = forwarded_signature(instance_->func);
  std::vector<const Type*> list = parameter_types(signature);
  if (!receiver_is_captured) list.insert(list.begin(), receiver_type);
  std::vector<Datum> data = take_parameters(list);
  function_->results = result_types(signature);
  pos_ = Pos();  // Go: <autogenerated>
  if (receiver_is_captured) {
    data.insert(data.begin(), open_captures({&receiver_type, 1})[0]);
  } else if (is_value_method_of_pointer(receiver_type, instance_->func)) {
    check_receiver(data[0].value());
  }
  emit_return_values(call_method(data[0], instance_->func, std::span<const Datum>(data).subspan(1)));
}

}  // namespace govm::ir
