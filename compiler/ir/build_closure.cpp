// Function literals, method values, method expressions (spec: "Function literals", "Method values").
//
// A closure object is a struct: the address of the entry cell, then the captures; variables captured
// by reference as pointers. Closures that capture nothing are static. In Go a closure that belongs to an instance has the dictionary
// of its type arguments behind the captures: here its word is nil, for bodies are compiled for each list of type arguments.
#include "base/check.h"
#include "compiler/ir/builder.h"
#include "compiler/types/made_literal.h"

namespace govm::ir {

Value* Builder::static_function(const Instance* instance) {
  Value* value = emit_word(Op::FuncValue, {}, pointer_type());
  value->aux.instance = instance;
  return value;
}

const types::Struct* Builder::closure_type(std::span<const Type* const> captures) {
  std::vector<const types::Var*> fields;
  auto add = [&](const Type* type) {
    Symbol name = types_.interner().intern(fields.empty() ? "F" : "X" + std::to_string(fields.size() - 1));
    types::Var* field = types_.make_var(Pos(), nullptr, name, type, types::VarKind::Field);
    field->field_index = static_cast<uint32_t>(fields.size());
    fields.push_back(field);
  };
  add(basic(types::BasicKind::Uintptr));
  for (const Type* type : captures) add(type);
  return types_.make<types::Struct>(std::move(fields), std::vector<std::string>());
}

Value* Builder::build_closure_object(const Instance* instance, std::span<const Datum> captures, SiteKind kind, bool on_heap, Pos pos,
                                     const void* node) {
  if (captures.empty()) return static_function(instance);
  std::vector<const Type*> list;
  for (const Datum& capture : captures) list.push_back(capture.type);
  const types::Struct* type = closure_type(list);
  Site* made = site(kind, pos, type, node);
  pos_ = pos;
  Value* object = nullptr;
  if (on_heap) {
    object = emit_word(Op::NewObject, {}, pointer_type());
    object->aux.site = made;
  } else {
    made->in_frame = true;
    Place* place = temporary(type, true);
    place->site = made;
    place->address_taken = true;
    object = place_address(place);
  }
  Value* entry = emit_word(Op::FuncEntry, {}, basic(types::BasicKind::Uintptr));
  entry->aux.instance = instance;
  store_at(object, 0, single(basic(types::BasicKind::Uintptr), entry), true);
  std::vector<int64_t> offsets = types::field_offsets(type);
  for (size_t i = 0; i < captures.size(); ++i) store_at(object, offsets[i + 1], captures[i], true);
  return object;
}

namespace {

// The function whose text stands in a function: that of a go or defer statement is around it.
const Instance* text_owner(const Instance* instance) { return instance->kind == InstanceKind::CallWrapper ? instance->outer : instance; }

bool is_generic_method(const types::Func& method) {
  const types::Func& origin = method.origin != nullptr ? *method.origin : method;
  return !origin.signature()->type_params.empty() || !origin.signature()->recv_type_params.empty();
}

}  // namespace

const Instance* Builder::literal_instance(const syntax::FuncLit* literal, const Scope& scope) {
  return cx_.instances.literal(literal, text_owner(scope.instance), scope.context, signature_of(info_.type_of(literal)),
                               text_owner(instance_)->kind == InstanceKind::Literal);
}

void Builder::capture_dictionary(std::vector<Datum>& captured) { captured.push_back(zero_datum(pointer_type())); }

// A value that Go's compiler makes as a literal is numbered among them, and captures the dictionary that its call passes.
void Builder::begin_made_literal(const syntax::Expr* value, bool has_dictionary, std::vector<Datum>& captured) {
  cx_.instances.count_literal(value, text_owner(scope_->instance));
  if (has_dictionary) capture_dictionary(captured);
}

// The closure of a method value, or of another value of a function that Go's compiler makes as a literal (types/made_literal.h).
Datum Builder::build_value_closure(const syntax::Expr* value, const Instance* instance, std::span<const Datum> captured) {
  const bool on_heap = is_heap_site(value, escape::SiteRole::MethodValue);
  return single(type_of(value), build_closure_object(instance, captured, SiteKind::MethodValue, on_heap, value->pos, value));
}

Datum Builder::build_function_value(const types::Func* func, const syntax::Name* name, const syntax::Expr* value) {
  const types::Instantiation* instantiation = info_.instance_of(name);
  std::vector<Datum> captured;
  if (instantiation != nullptr && types::is_made_literal(*instantiation)) begin_made_literal(value, true, captured);
  return build_value_closure(value, function_instance(func, name), captured);
}

Datum Builder::build_func_literal(const syntax::FuncLit* literal) {
  const Type* type = type_of(literal);
  const Instance* instance = literal_instance(literal, *scope_);
  // All its calls have been inlined: nothing uses the value.
  if (cx_.decisions.is_dropped(literal, scope_->context, cx_.shape)) return zero_datum(type);
  std::vector<Datum> captured;
  for (const escape::Capture& capture : cx_.decisions.captures(literal)) {
    Location location = location_of(capture.var);
    if (capture.by_value) {
      captured.push_back(load(location));
    } else {
      captured.push_back(single(types_.pointer_to(location.type), address_of(location)));
    }
  }
  if (!scope_->substitution.empty()) capture_dictionary(captured);
  return single(type, build_closure_object(instance, captured, SiteKind::Closure, is_heap_site(literal, escape::SiteRole::Closure),
                                           literal->pos, literal));
}

std::vector<Datum> Builder::open_captures(std::span<const Type* const> captures) {
  if (captures.empty()) return {};
  Value* context = emit_word(Op::ClosureContext, {}, pointer_type());
  std::vector<int64_t> offsets = types::field_offsets(closure_type(captures));
  std::vector<Datum> data;
  for (size_t i = 0; i < captures.size(); ++i) data.push_back(load_at(context, offsets[i + 1], captures[i], true));
  return data;
}

void Builder::open_literal_captures() {
  std::span<const escape::Capture> captures = cx_.decisions.captures(instance_->literal);
  std::vector<const Type*> list;
  for (const escape::Capture& capture : captures) {
    const Type* type = substitute(capture.var->type);
    list.push_back(capture.by_value ? type : types_.pointer_to(type));
  }
  std::vector<Datum> data = open_captures(list);
  for (size_t i = 0; i < captures.size(); ++i) {
    Storage& storage = scope_->storage[captures[i].var];
    storage.type = substitute(captures[i].var->type);
    if (!captures[i].by_value) {
      storage.kind = Storage::Kind::Pointer;
      storage.slot = new_slots(1);
      write_slot(storage.slot, current_, data[i].value());
    } else if (is_split(storage.type)) {
      storage.kind = Storage::Kind::Slots;
      storage.slot = new_slots(data[i].parts.size());
      for (size_t j = 0; j < data[i].parts.size(); ++j) write_slot(storage.slot + static_cast<uint32_t>(j), current_, data[i].parts[j]);
    } else {
      storage.kind = Storage::Kind::Address;
      storage.address = data[i].address;
    }
  }
}

Datum Builder::build_method_value(const syntax::SelectorExpr* expr) {
  Callee callee = resolve_callee(expr);
  Datum receiver = build_callee_operand(callee, expr);
  pos_ = expr->pos;
  if (callee.kind == Callee::Kind::Interface) {
    // A nil interface panics here, not when the method value is called.
    emit_void(Op::NilCheck, {component(receiver.value(), 0, pointer_type())});
  }
  const Instance* instance =
      cx_.instances.bound_method(types_.canonical(receiver.type), callee.func, callee.signature, type_arguments(expr->sel));
  std::vector<Datum> captured{receiver};
  if (types::is_made_literal(*info_.selection_of(expr))) begin_made_literal(expr, true, captured);
  return build_value_closure(expr, instance, captured);
}

Datum Builder::build_method_expression(const syntax::SelectorExpr* expr, const types::Selection& selection) {
  const auto* func = static_cast<const types::Func*>(selection.object);
  const Instance* instance = types::is_interface(selection.recv)
                                 ? cx_.instances.interface_expr(types_.canonical(selection.recv), func, signature_of(selection.type))
                                 : method_instance(selection.recv, func, type_arguments(expr->sel));
  std::vector<Datum> captured;
  if (types::is_made_literal(*info_.selection_of(expr))) begin_made_literal(expr, is_generic_method(*func), captured);
  return build_value_closure(expr, instance, captured);
}

}  // namespace govm::ir
