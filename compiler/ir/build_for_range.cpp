// For statements with range clause (spec: "For statements with range clause").
#include "base/check.h"
#include "compiler/ir/builder.h"
#include "compiler/types/language_version.h"

namespace govm::ir {

namespace {

/// Agreed with the VM: size of a map iterator; words 0 and 1 are the addresses of key and element.
constexpr uint32_t kMapIteratorBytes = 96;

}  // namespace

bool Builder::wants_range_variable(const syntax::ForStmt* stmt, size_t which) const {
  if (which >= stmt->range->lhs.size()) return false;
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(stmt->range->lhs[which]));
  return name == nullptr || !name->symbol.is_blank();
}

void Builder::set_range_variable(const syntax::ForStmt* stmt, size_t which, const Datum& datum) {
  if (!wants_range_variable(stmt, which)) return;
  const syntax::Expr* target = stmt->range->lhs[which];
  pos_ = target->pos;
  if (stmt->range->define) {
    const types::Var* var = defined_var(target);
    if (var == nullptr) return;
    Datum value = convert_assigned(datum, substitute(var->type), stmt->range->x);
    if (types::is_one_per_loop(*var)) {
      store(location_of(var), value);
    } else {
      define(var, value);
    }
    return;
  }
  Location location = locate_target(target);
  store(location, convert_assigned(datum, location.type, stmt->range->x));
}

void Builder::set_range_variables(const syntax::ForStmt* stmt, const Datum& key, const Datum* value) {
  if (stmt->range->define || value == nullptr || !wants_range_variable(stmt, 0) || !wants_range_variable(stmt, 1)) {
    set_range_variable(stmt, 0, key);
    if (value != nullptr) set_range_variable(stmt, 1, *value);
    return;
  }
  // An assignment of two values: the operands on the left are evaluated first.
  EarlyOperands early(*this);
  early.add(stmt->range->lhs[0]);
  early.add(stmt->range->lhs[1]);
  Location first = locate_target(stmt->range->lhs[0]);
  Location second = locate_target(stmt->range->lhs[1]);
  store(first, convert_assigned(key, first.type, stmt->range->x));
  store(second, convert_assigned(*value, second.type, stmt->range->x));
}

void Builder::build_range(const syntax::ForStmt* stmt) {
  for (const syntax::Expr* lhs : stmt->range->lhs) {
    const types::Var* var = stmt->range->define ? defined_var(lhs) : nullptr;
    if (var != nullptr && types::is_one_per_loop(*var)) declare(var, true);
  }
  EarlyOperands early(*this);
  early.add(stmt->range->x);
  const Type* type = types_.default_type(type_of(stmt->range->x));
  if (types::is_integer(type)) return range_integer(stmt);
  if (types::is_string(type)) return range_string(stmt);
  if (is_map(type)) return range_map(stmt);
  if (is_chan(type)) return range_channel(stmt);
  range_sequence(stmt);
}

void Builder::counted_loop(const syntax::ForStmt* stmt, Value* limit, const Type* type, const std::function<void(Value*)>& set) {
  uint32_t slot = new_slots(1);
  write_slot(slot, current_, constant(0, type));
  auto counter = [&] { return read_slot(slot, current_, Rep::Word, type); };
  build_loop(
      stmt,
      [&](Block* body, Block* leave) {
        pos_ = stmt->range->pos;
        branch(compare(Op::Lt, counter(), limit, type), body, leave);
      },
      [&] {
        set(counter());
        build_block(stmt->body);
      },
      [&] {
        pos_ = stmt->range->pos;
        Value* next = emit_word(Op::Add, {counter(), constant(1, type)}, type);
        write_slot(slot, current_, next);
      });
}

void Builder::range_integer(const syntax::ForStmt* stmt) {
  const Type* type = types_.default_type(type_of(stmt->range->x));
  if (wants_range_variable(stmt, 0)) {
    // A name that := declares is no expression with a type of its own: its variable has it.
    auto* name = syntax::as<syntax::Name>(stmt->range->lhs[0]);
    const types::Object* object = name ? info_.object_of(name) : nullptr;
    const Type* variable = types_.default_type(object ? substitute(object->type) : type_of(stmt->range->lhs[0]));
    // An untyped constant has the type of an integer variable; what a variable of an interface type gets is converted.
    if (types::is_integer(variable)) type = variable;
  }
  Value* limit = build_as(stmt->range->x, type).value();
  counted_loop(stmt, limit, type, [&](Value* counter) { set_range_variable(stmt, 0, single(type, counter)); });
}

void Builder::range_sequence(const syntax::ForStmt* stmt) {
  const syntax::Expr* x = syntax::unparen(stmt->range->x);
  const Type* type = type_of(x);
  bool wants_value = wants_range_variable(stmt, 1);
  auto body = [&](const Location& elements) {
    return [this, stmt, wants_value, elements](Value* counter) {
      Datum value;
      if (wants_value) {
        Location element = elements;
        element.index = counter;
        size_t before = current_->values.size();
        value = load(element);
        // The counter is in range.
        for (size_t i = before; i < current_->values.size(); ++i) {
          Value* access = current_->values[i];
          if (access->args.size() == 2 && access->args[1] == counter) access->unchecked = true;
        }
      }
      set_range_variables(stmt, single(int_type(), counter), wants_value ? &value : nullptr);
    };
  };
  Location elements;
  if (is_slice(type)) {
    Value* slice = build_scalar(x);
    elements.kind = Location::Kind::SliceElement;
    elements.base = slice;
    elements.container = elements.type = elem_of(type);
    counted_loop(stmt, component(slice, 1), int_type(), body(elements));
    return;
  }
  const Type* array = is_pointer(type) ? elem_of(type) : type;
  elements.kind = Location::Kind::ArrayElement;
  elements.container = array;
  elements.type = elem_of(array);
  if (is_pointer(type)) {
    elements.base = build_scalar(x);
    if (wants_value && length_of(array) > 0) emit_void(Op::NilCheck, {elements.base});
  } else if (wants_value) {
    // The loop runs over a copy of the array.
    elements.base = in_memory(copy_to_temporary(build_expr(x)));
  } else if (has_calls(x)) {
    build_expr(x);
  }
  counted_loop(stmt, int_constant(length_of(array)), int_type(), body(elements));
}

void Builder::range_string(const syntax::ForStmt* stmt) {
  const Type* rune = types_.rune_type();
  Value* text = build_as(stmt->range->x, types_.default_type(type_of(stmt->range->x))).value();
  Value* length = component(text, 1);
  uint32_t at = new_slots(1);
  uint32_t next = new_slots(1);
  write_slot(at, current_, int_constant(0));
  auto index = [&](uint32_t slot) { return read_slot(slot, current_, Rep::Word, int_type()); };
  build_loop(
      stmt,
      [&](Block* body, Block* leave) {
        pos_ = stmt->range->pos;
        branch(compare(Op::Lt, index(at), length, int_type()), body, leave);
      },
      [&] {
        Value* decoded = emit(Op::DecodeRune, Rep::Tuple, nullptr, {text, index(at)});
        Value* value = tuple_result(decoded, 0, rune);
        Value* behind = tuple_result(decoded, 1, int_type());
        write_slot(next, current_, behind);
        Datum decoded_rune = single(rune, value);
        set_range_variables(stmt, single(int_type(), index(at)), &decoded_rune);
        build_block(stmt->body);
      },
      [&] { write_slot(at, current_, index(next)); });
}

void Builder::range_map(const syntax::ForStmt* stmt) {
  const Type* type = type_of(stmt->range->x);
  Value* map = build_scalar(stmt->range->x);
  Place* iterator = function_->add_place(nullptr);
  iterator->bytes = kMapIteratorBytes;
  iterator->all_pointers = true;
  begin_place(iterator, true);
  Value* init = emit_void(Op::MapIterInit, {place_address(iterator), map});
  init->elem = type;
  uint32_t slot = new_slots(1);
  build_loop(
      stmt,
      [&](Block* body, Block* leave) {
        pos_ = stmt->range->pos;
        Value* key = emit_word(Op::MapIterNext, {place_address(iterator)});
        key->elem = type;
        write_slot(slot, current_, key);
        branch(compare(Op::Ne, key, constant(0, pointer_type()), pointer_type()), body, leave);
      },
      [&] {
        Datum key;
        Datum value;
        if (wants_range_variable(stmt, 0)) key = load_at(read_slot(slot, current_, Rep::Word, nullptr), 0, key_of(type), true);
        if (wants_range_variable(stmt, 1)) {
          Value* element = load_at(place_address(iterator), 8, pointer_type(), true).value();
          value = load_at(element, 0, elem_of(type), true);
        }
        set_range_variables(stmt, key, &value);
        build_block(stmt->body);
      },
      [] {});
}

void Builder::range_channel(const syntax::ForStmt* stmt) {
  const Type* type = type_of(stmt->range->x);
  Value* channel = build_scalar(stmt->range->x);
  Place* element = function_->add_place(elem_of(type));
  begin_place(element, true);
  build_loop(
      stmt,
      [&](Block* body, Block* leave) {
        pos_ = stmt->range->pos;
        begin_place(element, false);  // while it waits, the last element does not live
        Value* ok = emit_word(Op::ChanRecv, {channel, place_address(element)}, bool_type());
        ok->elem = type;
        branch(ok, body, leave);
      },
      [&] {
        if (wants_range_variable(stmt, 0)) set_range_variable(stmt, 0, load_at(place_address(element), 0, elem_of(type), true));
        build_block(stmt->body);
      },
      [] {});
}

}  // namespace govm::ir
