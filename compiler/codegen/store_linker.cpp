// From the records of a store to the tables of a program.
#include "compiler/codegen/store_linker.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "compiler/codegen/module.h"
#include "compiler/types/method_set.h"
#include "compiler/types/object.h"
#include "compiler/types/scope.h"
#include "compiler/types/store.h"
#include "compiler/types/type.h"
#include "vm/bytecode/opcode.h"

namespace govm::codegen {

using bytecode::FunctionId;
using bytecode::OperandShape;
using types::TypeKind;

struct StoreLinker::FunctionRecord {
  StoredForm form;
  uint32_t flags;
  uint32_t code_at;
  WordReader rest;  ///< from the package on
};

/// Which operand takes an id, and two words that name what it is the id of.
struct StoreLinker::Patch {
  uint32_t cell;
  bytecode::Field field;
  OperandShape shape;
  uint32_t first, second;
};

namespace {

bytecode::WordMap read_word_map(WordReader& words) {
  bytecode::WordMap map;
  map.bits.resize(words.next());
  for (uint64_t& bits : map.bits) bits = words.next64();
  return map;
}

}  // namespace

StoreLinker::StoreLinker(const CodeStore& store, PackageFinder packages, Module& module, types::TypeStore& types,
                         ir::InstanceTable& instances)
    : store_(store), find_package_(std::move(packages)), module_(module), types_(types), instances_(instances) {}

bool StoreLinker::link(FunctionId id) {
  uint32_t index = store_.header().functions;
  if (const auto known = index_of_.find(id.index()); known != index_of_.end()) index = known->second;
  if (index == store_.header().functions) return false;
  const FunctionRecord record = read_function(index);
  return record.code_at != 0 && link(id, store_.at(record.code_at));
}

std::optional<FunctionId> StoreLinker::find(std::string_view name) const {
  const auto found = functions_.find(store_.find_function(name));
  return found != functions_.end() ? std::optional(found->second) : std::nullopt;
}

void StoreLinker::declared(std::string_view name, FunctionId id) {
  const uint32_t index = store_.find_function(name);
  if (index == store_.header().functions) return;
  functions_.emplace(index, id);
  index_of_.emplace(id.index(), index);
}

const ir::Instance* StoreLinker::make_instance(FunctionId id) {
  const auto known = index_of_.find(id.index());
  return known != index_of_.end() ? instance(read_function(known->second)) : nullptr;
}

StoreLinker::FunctionRecord StoreLinker::read_function(uint32_t index) const {
  WordReader words = store_.function(index);
  words.next();  // its name
  const auto form = static_cast<StoredForm>(words.next());
  const uint32_t flags = words.next();
  const uint32_t code_at = words.next();
  return {form, flags, code_at, words};
}

std::optional<Pos> StoreLinker::pos(WordReader& words) {
  const uint32_t file = words.next();
  const uint32_t offset = words.next();
  if (file == 0) return Pos();
  const std::optional<Pos> begin = file_begin(file - 1);
  return begin ? std::optional(Pos{begin->offset + offset}) : std::nullopt;
}

std::optional<Pos> StoreLinker::file_begin(uint32_t file) {
  const auto [known, fresh] = files_.try_emplace(file);
  if (fresh) {
    const types::Package* in = package(store_.file_package(file));
    if (in != nullptr) known->second = types::begin_of_file(*in, store_.file_name(file));
  }
  return known->second ? std::optional(known->second) : std::nullopt;
}

const types::Package* StoreLinker::package(std::string_view path) {
  const auto [known, fresh] = packages_.try_emplace(path);
  if (fresh) known->second = find_package_(path);
  return known->second;
}

const types::Type* StoreLinker::type(uint32_t index) {
  if (const auto known = type_cache_.find(index); known != type_cache_.end()) return known->second;
  const types::Type* made = make_type(store_.type(index));
  type_cache_.emplace(index, made);
  return made;
}

const types::Type* StoreLinker::make_type(WordReader words) {
  const auto kind = static_cast<TypeKind>(words.next());
  switch (kind) {
    case TypeKind::Basic: return types_.basic(static_cast<types::BasicKind>(words.next()));
    case TypeKind::Pointer:
    case TypeKind::Slice: {
      const types::Type* elem = type(words.next());
      if (elem == nullptr) return nullptr;
      return kind == TypeKind::Pointer ? static_cast<const types::Type*>(types_.pointer_to(elem)) : types_.slice_of(elem);
    }
    case TypeKind::Array: {
      const types::Type* elem = type(words.next());
      return elem != nullptr ? types_.array_of(elem, static_cast<int64_t>(words.next64())) : nullptr;
    }
    case TypeKind::Map: {
      const types::Type* key = type(words.next());
      const types::Type* elem = type(words.next());
      return key != nullptr && elem != nullptr ? types_.map_of(key, elem) : nullptr;
    }
    case TypeKind::Chan: {
      const auto direction = static_cast<types::ChanDir>(words.next());
      const types::Type* elem = type(words.next());
      return elem != nullptr ? types_.chan_of(direction, elem) : nullptr;
    }
    case TypeKind::Signature: {
      auto* signature = types_.make<types::Signature>();
      signature->variadic = words.next() != 0;
      for (std::vector<const types::Var*>* list : {&signature->params, &signature->results}) {
        const types::VarKind var_kind = list == &signature->params ? types::VarKind::Param : types::VarKind::Result;
        for (uint32_t left = words.next(); left > 0; left--) {
          const types::Type* of = type(words.next());
          if (of == nullptr) return nullptr;
          list->push_back(types_.make_var(Pos(), nullptr, Symbol(), of, var_kind));
        }
      }
      return types_.canonical(signature);
    }
    case TypeKind::Struct: {
      std::vector<const types::Var*> fields;
      std::vector<std::string> tags;
      for (uint32_t left = words.next(); left > 0; left--) {
        const Symbol name = types_.interner().intern(store_.text(words.next()));
        const std::string_view path = store_.text(words.next());
        const types::Package* in = path.empty() ? nullptr : package(path);
        const bool embedded = words.next() != 0;
        tags.emplace_back(store_.text(words.next()));
        const types::Type* of = type(words.next());
        if (of == nullptr || (in == nullptr && !path.empty())) return nullptr;
        types::Var* field = types_.make_var(Pos(), in, name, of, types::VarKind::Field);
        field->embedded = embedded;
        field->field_index = static_cast<uint32_t>(fields.size());
        fields.push_back(field);
      }
      return types_.canonical(types_.make<types::Struct>(std::move(fields), std::move(tags)));
    }
    case TypeKind::Interface: {
      auto* interface = types_.make<types::Interface>();
      for (uint32_t left = words.next(); left > 0; left--) {
        const Symbol name = types_.interner().intern(store_.text(words.next()));
        const std::string_view path = store_.text(words.next());
        const types::Package* in = path.empty() ? nullptr : package(path);
        const types::Type* signature = type(words.next());
        if (signature == nullptr || (in == nullptr && !path.empty())) return nullptr;
        types::Func* method = types_.make_func(Pos(), in, name);
        method->type = signature;
        interface->methods.push_back(method);
      }
      return types_.canonical(interface);
    }
    case TypeKind::Named: return named_type(words);
    default: return nullptr;
  }
}

const types::Type* StoreLinker::named_type(WordReader words) {
  const std::string_view path = store_.text(words.next());
  const Symbol name = types_.interner().intern(store_.text(words.next()));
  const types::Package* in = path.empty() ? nullptr : package(path);
  if (in == nullptr && !path.empty()) return nullptr;
  const types::Scope* scope = in != nullptr ? in->scope : types_.universe();
  const auto* object = types::as_object<types::TypeName>(scope->lookup(name));
  if (object == nullptr) return nullptr;
  object->need();
  const auto* named = types::is_a<types::Named>(object->type);
  std::vector<const types::Type*> arguments(words.next());
  for (const types::Type*& argument : arguments) {
    argument = type(words.next());
    if (argument == nullptr) return nullptr;
  }
  if (named == nullptr || named->type_params.size() != arguments.size()) return nullptr;
  return arguments.empty() ? named : types_.instance_of(named, arguments);
}

// What declares it; the words that follow are read up to the type arguments.
const types::Func* StoreLinker::func(const FunctionRecord& record) {
  if (record.form == StoredForm::Private) return nullptr;
  WordReader words = record.rest;
  words.skip(3);  // package, sizes
  read_word_map(words);
  read_word_map(words);
  words.skip(2);  // place
  const types::Package* in = package(store_.text(words.next()));
  const std::string_view receiver = store_.text(words.next());
  const Symbol name = types_.interner().intern(store_.text(words.next()));
  if (in == nullptr) return nullptr;
  if (receiver.empty()) return types::as_object<types::Func>(in->scope->lookup(name));
  const auto* type = types::as_object<types::TypeName>(in->scope->lookup(types_.interner().intern(receiver)));
  if (type == nullptr) return nullptr;
  type->need();
  const auto* named = types::is_a<types::Named>(type->type);
  return named != nullptr ? named->find_method(name, in) : nullptr;
}

const ir::Instance* StoreLinker::instance(const FunctionRecord& record) {
  const types::Func* declared = func(record);
  if (declared == nullptr) return nullptr;
  WordReader words = record.rest;
  words.skip(3);
  read_word_map(words);
  read_word_map(words);
  words.skip(5);  // place, names
  std::vector<const types::Type*> arguments(words.next());
  for (const types::Type*& argument : arguments) {
    argument = type(words.next());
    if (argument == nullptr) return nullptr;
    argument = types_.canonical(argument);
  }
  return instances_.function(declared, arguments);
}

std::optional<FunctionId> StoreLinker::function(uint32_t index) {
  if (const auto known = functions_.find(index); known != functions_.end()) return known->second;
  const FunctionRecord record = read_function(index);
  FunctionId id;
  if (record.form == StoredForm::Generic) {
    const ir::Instance* made = instance(record);
    if (made == nullptr) return std::nullopt;
    id = module_.function_of(made);
  } else {
    WordReader words = record.rest;
    bytecode::Program& program = module_.program();
    id = program.declare_function(std::string(store_.text(store_.function(index).next())));
    bytecode::Function& declared = program.function(id);
    declared.package = store_.text(words.next());
    declared.argument_bytes = words.next();
    declared.result_bytes = words.next();
    declared.argument_pointers = read_word_map(words);
    declared.result_pointers = read_word_map(words);
    declared.pos = pos(words).value_or(Pos());
    declared.flags.native = (record.flags & kNative) != 0;
    declared.flags.standard = (record.flags & kStandard) != 0;
    index_of_.emplace(id.index(), index);
  }
  functions_.emplace(index, id);
  return id;
}

std::optional<bytecode::ItabId> StoreLinker::itab(uint32_t interface, uint32_t type_index) {
  const types::Type* of = type(type_index);
  const types::Type* seen_as = interface != 0 ? type(interface - 1) : nullptr;
  if (of == nullptr || (interface != 0 && seen_as == nullptr)) return std::nullopt;
  return seen_as != nullptr ? module_.itab_of(seen_as, of) : module_.eface_of(of);
}

std::optional<uint32_t> StoreLinker::global(uint32_t variable, uint32_t offset) {
  if (variable == 0) return offset;
  const types::Package* in = package(store_.variable_package(variable - 1));
  if (in == nullptr) return std::nullopt;
  const auto* var = types::as_object<types::Var>(in->scope->lookup(types_.interner().intern(store_.variable_name(variable - 1))));
  if (var == nullptr) return std::nullopt;
  var->need();
  // The compiler has a message for it.
  if (var->left_out) return std::nullopt;
  return module_.global_of(var) + offset;
}

std::optional<bytecode::DataId> StoreLinker::image(uint32_t index) {
  if (const auto known = images_.find(index); known != images_.end()) return known->second;
  using Kind = bytecode::Relocation::Kind;
  WordReader words = store_.image(index);
  bytecode::DataImage data;
  data.align = words.next();
  data.bytes.resize(words.next());
  data.relocations.resize(words.next());
  const uint32_t* bytes = words.skip((data.bytes.size() + 3) / 4);
  if (!data.bytes.empty()) std::memcpy(data.bytes.data(), bytes, data.bytes.size());
  for (bytecode::Relocation& relocation : data.relocations) {
    relocation.offset = words.next();
    relocation.kind = static_cast<Kind>(words.next());
    const uint32_t first = words.next();
    const uint32_t second = words.next();
    std::optional<uint32_t> id;
    const auto take = [&id](const auto& found) {
      if (found) id = found->index();
    };
    switch (relocation.kind) {
      case Kind::String: id = module_.program().intern_string(store_.text(first)).index(); break;
      case Kind::Data:
        take(image(first));
        relocation.addend = second;
        break;
      case Kind::Function:
      case Kind::Entry: take(function(first)); break;
      case Kind::Itab: take(itab(first, second)); break;
      case Kind::Global:
        if (const std::optional<uint32_t> place = global(first, second)) {
          relocation.addend = *place;
          id = 0;
        }
        break;
    }
    if (!id) return std::nullopt;
    relocation.id = *id;
  }
  const bytecode::DataId id = module_.program().add_data(std::move(data));
  images_.emplace(index, id);
  return id;
}

std::optional<bytecode::Site> StoreLinker::site(WordReader& words, FunctionId function) {
  bytecode::Site out;
  const std::optional<Pos> at = pos(words);
  const uint32_t type_index = words.next();
  const types::Type* of = type_index != 0 ? type(type_index - 1) : nullptr;
  const uint32_t flags = words.next();
  out.kind = static_cast<bytecode::SiteKind>(flags & 0xff);
  out.placement = (flags & kOnFrame) != 0 ? bytecode::Placement::Frame : bytecode::Placement::Heap;
  out.buffer_in_steps = (flags & kBufferInSteps) != 0;
  out.buffer_on_heap = (flags & kBufferOnHeap) != 0;
  out.may_stay = (flags & kMayStay) != 0;
  out.buffer_bytes = words.next();
  out.what = store_.text(words.next());
  out.why = store_.text(words.next());
  out.function_name = store_.text(words.next());
  if (!at || (of == nullptr && type_index != 0)) return std::nullopt;
  out.pos = *at;
  out.function = function;
  if (of != nullptr) out.type = module_.type_of(of);
  return out;
}

std::optional<uint32_t> StoreLinker::id_of(const Patch& patch, const std::vector<bytecode::SiteId>& sites) {
  const auto index = [](const auto& id) { return id ? std::optional(id->index()) : std::nullopt; };
  switch (patch.shape) {
    case OperandShape::Function: return index(function(patch.first));
    case OperandShape::Site: return patch.first == 0 ? 0 : sites[patch.first - 1].index();
    case OperandShape::Type: {
      const types::Type* of = type(patch.first);
      return of != nullptr ? std::optional(module_.type_of(of).index()) : std::nullopt;
    }
    case OperandShape::Itab: return index(itab(patch.first, patch.second));
    case OperandShape::Global: return global(patch.first, patch.second);
    case OperandShape::Data: return index(image(patch.first));
    case OperandShape::String: return module_.program().intern_string(store_.text(patch.first)).index();
    default: return std::nullopt;
  }
}

bool StoreLinker::link(FunctionId id, WordReader words) {
  const uint32_t flags = words.next();
  const uint32_t frame_bytes = words.next();
  const uint32_t recovery_cell = words.next();
  std::vector<bytecode::Cell> cells(words.next());
  constexpr size_t kCellWords = sizeof(bytecode::Cell) / sizeof(uint32_t);
  const uint32_t* bits_of_cells = words.skip(cells.size() * kCellWords);
  std::memcpy(static_cast<void*>(cells.data()), bits_of_cells, cells.size() * sizeof(bytecode::Cell));
  std::vector<bytecode::SiteId> sites(words.next());
  for (bytecode::SiteId& each : sites) {
    std::optional<bytecode::Site> made = site(words, id);
    if (!made) return false;
    each = module_.program().add_site(std::move(*made));
  }
  for (uint32_t left = words.next(); left > 0; left--) {
    Patch patch{};
    const uint32_t operand = words.next();
    patch.cell = operand >> kPatchCellShift;
    patch.field = static_cast<bytecode::Field>(operand >> kPatchFieldShift & 0xf);
    patch.shape = static_cast<OperandShape>(operand & 0xf);
    patch.first = words.next();
    patch.second = words.next();
    const std::optional<uint32_t> value = id_of(patch, sites);
    if (!value) return false;
    bytecode::write_field(&cells[patch.cell], patch.field, *value);
  }
  std::vector<bytecode::LineEntry> lines(words.next());
  const std::optional<Pos> begin = file_begin(words.next());
  if (!begin) return false;
  for (bytecode::LineEntry& line : lines) {
    const uint32_t cell = words.next();
    line.cell = cell >> kLineCellShift;
    line.unsigned_bounds = static_cast<uint8_t>(cell & ((1 << kLineCellShift) - 1));
    line.pos = Pos{begin->offset + words.next()};
  }
  bytecode::Function& function = module_.program().function(id);
  function.maps.resize(words.next());
  for (bytecode::StackMap& map : function.maps) {
    map.cell = words.next();
    map.words.first = words.next();
    map.objects.first = words.next();
    const uint32_t units = words.next();
    map.words.units = units >> kMapUnitBits;
    map.objects.units = units & ((1U << kMapUnitBits) - 1);
  }
  function.objects.resize(words.next());
  for (bytecode::FrameObject& object : function.objects) {
    object.offset = words.next();
    object.bytes = words.next();
    object.words.first = words.next();
    object.words.units = words.next();
  }
  function.map_bits.resize(words.next());
  for (uint64_t& bits : function.map_bits) bits = words.next64();
  function.cells = std::move(cells);
  function.lines = std::move(lines);
  function.frame_bytes = frame_bytes;
  function.recovery_cell = recovery_cell;
  function.flags.defers = (flags & kDefers) != 0;
  function.flags.wrapper = (flags & kWrapper) != 0;
  function.flags.closure = (flags & kClosure) != 0;
  function.flags.compiled = true;
  return true;
}

}  // namespace govm::codegen
