// Types that reflect makes at run time: keys, names, layouts as the compiler writes them for the same types
// (compiler/codegen/type_table.cpp), so that both find one descriptor.
#include <algorithm>
#include <string>

#include "vm/value/type_table.h"

namespace govm::value {

namespace {

constexpr std::uint64_t align_up(std::uint64_t n, std::uint64_t align) { return (n + align - 1) / align * align; }

// Adds the pointer words of a value of `type` at byte `offset`.
void add_pointers(const Type& type, std::uint64_t offset, bytecode::WordMap& map, std::uint64_t& words) {
  if (!type.has_pointers()) return;
  const std::uint64_t element_words = type.layout.element_size / 8;
  for (std::uint64_t word = 0; word < type.size / 8; ++word) {
    if (!type.layout.is_pointer(word % element_words)) continue;
    map.set(offset / 8 + word);
    words = std::max(words, offset / 8 + word + 1);
  }
}

bool is_memory(const Type& type) { return type.equality == Equality::Memory; }

// The text of a channel type; `which` gives the element's.
std::string channel_text(const Type& element, bytecode::ChanDirection direction, std::string_view text) {
  switch (direction) {
    case bytecode::ChanDirection::Receive: return "<-chan " + std::string(text);
    case bytecode::ChanDirection::Send: return "chan<- " + std::string(text);
    case bytecode::ChanDirection::Both: break;
  }
  const bool inner = element.kind == Kind::Chan && element.type_name.empty() && element.direction == bytecode::ChanDirection::Receive;
  return inner ? "chan (" + std::string(text) + ')' : "chan " + std::string(text);
}

std::string signature_text(std::span<const Type* const> parameters, std::span<const Type* const> results, bool variadic,
                           std::string_view Type::*text) {
  std::string out = "func(";
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (i > 0) out += ", ";
    const bool dots = variadic && i + 1 == parameters.size();
    if (dots) out += "...";
    out += (dots ? parameters[i]->element : parameters[i])->*text;
  }
  out += ')';
  if (results.empty()) return out;
  out += results.size() > 1 ? " (" : " ";
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (i > 0) out += ", ";
    out += results[i]->*text;
  }
  if (results.size() > 1) out += ')';
  return out;
}

std::string struct_text(std::span<const Field> fields, bool is_key) {
  std::string out = "struct {";
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Field& field = fields[i];
    out += i == 0 ? " " : "; ";
    if (!field.embedded || is_key) {
      if (field.embedded) out += '!';
      if (is_key && !field.package.empty()) out += std::string(field.package) + '.';
      out += field.name;
      out += ' ';
    }
    out += is_key ? field.type->key : field.type->name;
    if (!field.tag.empty()) {
      out += " \"";
      for (const char c : field.tag) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
      out += '"';
    }
  }
  out += fields.empty() ? "}" : " }";
  return out;
}

}  // namespace

std::span<const Type* const> TypeTable::keep_list(std::span<const Type* const> types) {
  const std::span<const Type*> kept = reserve_span<const Type*>(types.size());
  std::copy(types.begin(), types.end(), kept.begin());
  return kept;
}

// A type of up to kMaxMappedWords words, or an array of pointer-free elements.
void TypeTable::set_pointers(Type& type, const bytecode::WordMap& map, std::uint64_t words) {
  type.layout = {type.size, words * 8, words == 0 ? nullptr : keep_bits(map, words)};
}

const Type* TypeTable::array_of(const Type* element, std::uint64_t length) {
  const std::string prefix = '[' + std::to_string(length) + ']';
  const std::string key = prefix + std::string(element->key);
  if (const Type* known = find(key)) return known;
  Type* made = add(key);
  made->kind = Kind::Array;
  made->align = element->align;
  made->length = length;
  made->size = length * element->size;
  made->name = keep(prefix + std::string(element->name));
  made->element = element;
  made->direct = length == 1 && element->direct;
  made->equality = !element->is_comparable() ? Equality::None : is_memory(*element) ? Equality::Memory : Equality::Composite;
  made->map_key = made->is_comparable() ? MapKey::Any : MapKey::None;
  bytecode::WordMap map;
  std::uint64_t words = 0;
  if (length == 0 || !element->has_pointers()) {
    set_pointers(*made, map, 0);
  } else if (made->size / 8 > bytecode::kMaxMappedWords) {
    made->layout = element->layout;
  } else {
    for (std::uint64_t i = 0; i < length; ++i) add_pointers(*element, i * element->size, map, words);
    set_pointers(*made, map, words);
  }
  derive(*made);
  return made;
}

const Type* TypeTable::map_of(const Type* key, const Type* element) {
  const std::string text = "map[" + std::string(key->key) + ']' + std::string(element->key);
  if (const Type* known = find(text)) return known;
  Type* made = add_of(element, "map[" + std::string(key->key) + ']', Kind::Map, 8);
  made->name = keep("map[" + std::string(key->name) + ']' + std::string(element->name));
  made->map_key_type = key;
  made->direct = true;
  derive(*made);
  return made;
}

const Type* TypeTable::chan_of(const Type* element, bytecode::ChanDirection direction) {
  const std::string key = channel_text(*element, direction, element->key);
  if (const Type* known = find(key)) return known;
  Type* made = add(key);
  made->kind = Kind::Chan;
  made->align = 8;
  made->size = 8;
  made->name = keep(channel_text(*element, direction, element->name));
  made->element = element;
  made->direction = direction;
  made->direct = true;
  made->equality = Equality::Memory;
  made->map_key = MapKey::Word64;
  bytecode::WordMap map;
  map.set(0);
  set_pointers(*made, map, 1);
  derive(*made);
  return made;
}

const Type* TypeTable::func_of(std::span<const Type* const> parameters, std::span<const Type* const> results, bool variadic) {
  const std::string key = signature_text(parameters, results, variadic, &Type::key);
  const auto known = by_key_.find(key);
  if (known != by_key_.end() && known->second->is_described()) return known->second;
  Type* made = known != by_key_.end() ? known->second : add(key);
  made->kind = Kind::Func;
  made->align = 8;
  made->size = 8;
  made->name = keep(signature_text(parameters, results, variadic, &Type::name));
  made->variadic = variadic;
  made->direct = true;
  made->parameters = keep_list(parameters);
  made->results = keep_list(results);
  bytecode::WordMap map;
  map.set(0);
  set_pointers(*made, map, 1);
  derive(*made);
  return made;
}

const Type* TypeTable::struct_of(std::span<const Field> fields, std::span<const Method> methods) {
  const std::string key = struct_text(fields, true);
  if (const Type* known = find(key)) return known;
  Type* made = add(key);
  made->kind = Kind::Struct;
  made->name = keep(struct_text(fields, false));
  made->align = 1;
  const std::span<Field> kept = reserve_span<Field>(fields.size());
  bytecode::WordMap map;
  std::uint64_t words = 0;
  std::uint64_t end = 0;
  bool comparable = true;
  bool memory = true;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Type& type = *fields[i].type;
    made->align = std::max(made->align, type.align);
    const std::uint64_t offset = align_up(end, type.align);
    kept[i] = {keep(fields[i].name), keep(fields[i].package), &type, offset, keep(fields[i].tag), fields[i].embedded};
    add_pointers(type, offset, map, words);
    comparable = comparable && type.is_comparable();
    memory = memory && offset == end && is_memory(type) && !kept[i].blank();
    end = offset + type.size;
  }
  // So that the address of a last field of size zero stays inside.
  if (!fields.empty() && end != 0 && fields.back().type->size == 0) ++end;
  made->size = align_up(end, made->align);
  memory = memory && end == made->size;
  made->direct = fields.size() == 1 && fields[0].type->direct;
  made->equality = !comparable ? Equality::None : memory ? Equality::Memory : Equality::Composite;
  made->map_key = comparable ? MapKey::Any : MapKey::None;
  made->fields = kept;
  set_pointers(*made, map, words);
  const std::span<Method> promoted = reserve_span<Method>(methods.size());
  std::copy(methods.begin(), methods.end(), promoted.begin());
  made->methods = promoted;
  derive(*made);
  return made;
}

}  // namespace govm::value
