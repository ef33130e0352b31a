// From a program's tables to the records of a store.
#include "compiler/codegen/store_writer.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/source_file.h"
#include "compiler/codegen/module.h"
#include "compiler/types/method_set.h"
#include "compiler/types/object.h"
#include "compiler/types/type.h"
#include "vm/bytecode/opcode.h"

namespace govm::codegen {

using bytecode::FunctionId;
using bytecode::OperandShape;
using types::TypeKind;

namespace {

StoredForm form_of(const ir::Instance& instance) {
  if (instance.kind != ir::InstanceKind::Function) return StoredForm::Private;
  return instance.type_args.empty() ? StoredForm::Named : StoredForm::Generic;
}

/// Where in a function's record the place of its code stands.
constexpr size_t kCodeAt = 3;

/// The name of the type that a method is declared for; empty for functions.
std::string_view receiver_name(const types::Func* func) {
  const types::Var* receiver = func->signature()->recv;
  if (receiver == nullptr) return {};
  const types::Type* type = types::unalias(receiver->type);
  if (const auto* pointer = types::is_a<types::Pointer>(type)) type = pointer->elem;
  return types::is_a<types::Named>(type)->object->name.view();
}

}  // namespace

/// A function on its way into the store.
struct StoreWriter::Unit {
  FunctionId id;
  Words code;
  std::vector<FunctionId> mentioned;
};

StoreWriter::StoreWriter(const Module& module) : module_(module), program_(module.program()) {
  for (const auto& [var, offset] : module.globals()) variable_at_.emplace(offset, var);
  text("");
}

std::map<uint32_t, StoreWriter::Unit> StoreWriter::storable() {
  std::map<uint32_t, Unit> units;
  for (uint32_t i = 0; i < program_.function_count(); i++) {
    const bytecode::Function& code = program_.function(FunctionId(i));
    const ir::Instance* instance = module_.instance_of(code.id);
    if (!code.flags.compiled || instance == nullptr || instance->kind == ir::InstanceKind::PackageInit) continue;
    if (form_of(*instance) == StoredForm::Generic || !ir::substitution_of(*instance).empty()) continue;
    refused_ = false;
    mentioned_.clear();
    Words record = code_record(code);
    if (!refused_) units.emplace(i, Unit{code.id, std::move(record), mentioned_});
  }
  // Code that mentions a literal or wrapper needs its code.
  for (bool changed = true; changed;) {
    changed = std::erase_if(units, [&](const auto& entry) {
                return std::ranges::any_of(entry.second.mentioned, [&](FunctionId id) {
                  const ir::Instance* instance = module_.instance_of(id);
                  return instance == nullptr || (form_of(*instance) == StoredForm::Private && !units.contains(id.index()));
                });
              }) != 0;
  }
  return units;
}

std::string StoreWriter::write() {
  const std::map<uint32_t, Unit> units = storable();
  std::vector<Words> functions;
  for (const auto& [index, unit] : units) function(unit.id);
  for (const FunctionId id : functions_) functions.push_back(function_record(id));
  std::vector<std::pair<uint32_t, uint32_t>> named;
  for (uint32_t i = 0; i < functions_.size(); i++) {
    if (form_of(*module_.instance_of(functions_[i])) != StoredForm::Named) continue;
    named.emplace_back(CodeStore::hash_of(program_.function(functions_[i]).name), i);
  }
  std::ranges::sort(named);

  Words pool;
  const size_t before = CodeStore::kHeaderWords + 2 * (texts_.size() + files_.size() + variables_.size()) + types_.size() + images_.size() +
                        functions_.size() + 2 * named.size();
  auto place = [&](const Words& record) {
    const auto at = static_cast<uint32_t>(before + pool.size());
    pool.insert(pool.end(), record.begin(), record.end());
    return at;
  };
  Words type_table, image_table, function_table;
  for (const Words& record : types_) type_table.push_back(place(record));
  for (const Words& record : images_) image_table.push_back(place(record));
  for (const Words& record : functions) function_table.push_back(place(record));
  for (size_t i = 0; i < functions.size(); i++) {
    const auto unit = units.find(functions_[i].index());
    if (unit != units.end()) pool[function_table[i] - before + kCodeAt] = place(unit->second.code);
  }
  const auto count = [](const auto& table) { return static_cast<uint32_t>(table.size()); };
  const CodeStore::Header header{count(texts_),  count(files_),     count(variables_), count(types_),
                                 count(images_), count(functions_), count(named),      static_cast<uint32_t>(before + pool.size())};
  Words words(CodeStore::kHeaderWords);
  std::memcpy(words.data(), &header, sizeof header);
  const auto add_pairs = [&words](const auto& table) {
    for (const auto& [first, second] : table) words.insert(words.end(), {first, second});
  };
  const auto add_words = [&words](const Words& table) { words.insert(words.end(), table.begin(), table.end()); };
  add_pairs(texts_);
  add_pairs(files_);
  add_pairs(variables_);
  add_words(type_table);
  add_words(image_table);
  add_words(function_table);
  add_pairs(named);
  add_words(pool);
  return std::string(reinterpret_cast<const char*>(words.data()), words.size() * sizeof(uint32_t)) + bytes_;
}

void StoreWriter::add64(Words& out, uint64_t value) {
  out.push_back(static_cast<uint32_t>(value));
  out.push_back(static_cast<uint32_t>(value >> 32));
}

uint32_t StoreWriter::text(std::string_view text) {
  const auto [at, fresh] = text_index_.try_emplace(std::string(text), static_cast<uint32_t>(texts_.size()));
  if (fresh) {
    texts_.emplace_back(static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(text.size()));
    bytes_ += text;
  }
  return at->second;
}

uint32_t StoreWriter::file_of(Pos pos) {
  const SourceFile* source = program_.source_map->file_of(pos);
  const auto [at, fresh] = file_index_.try_emplace(std::string(source->name()), static_cast<uint32_t>(files_.size()));
  if (fresh) {
    // "$GOROOT/src/fmt/print.go"
    constexpr std::string_view kRoot = "$GOROOT/src/";
    const std::string_view name = source->name();
    files_.emplace_back(text(name.substr(kRoot.size(), name.rfind('/') - kRoot.size())), text(name));
  }
  return at->second;
}

// The file's index from 1, 0 for no position; the place in the file's text.
void StoreWriter::add_pos(Words& out, Pos pos) {
  if (!pos) {
    out.insert(out.end(), {0, 0});
    return;
  }
  const uint32_t file = file_of(pos);
  out.push_back(file + 1);
  out.push_back(static_cast<uint32_t>(program_.source_map->file_of(pos)->index_of(pos)));
}

uint32_t StoreWriter::variable(const types::Var* var) {
  const auto [at, fresh] = variable_index_.try_emplace(var, static_cast<uint32_t>(variables_.size()));
  if (fresh) variables_.emplace_back(text(var->package->path), text(var->name.view()));
  return at->second;
}

uint32_t StoreWriter::type(const types::Type* written) {
  const types::Type* type = types::unalias(written);
  if (const auto found = type_index_.find(type); found != type_index_.end()) return found->second;
  Words record = type_record(type);
  const auto index = static_cast<uint32_t>(types_.size());
  if (refused_) return 0;
  types_.push_back(std::move(record));
  type_index_.emplace(type, index);
  return index;
}

// Its kind, then what it is made of.
StoreWriter::Words StoreWriter::type_record(const types::Type* type) {
  Words out{static_cast<uint32_t>(type->kind())};
  switch (type->kind()) {
    case TypeKind::Basic: out.push_back(static_cast<uint32_t>(static_cast<const types::Basic*>(type)->basic())); break;
    case TypeKind::Pointer: out.push_back(this->type(static_cast<const types::Pointer*>(type)->elem)); break;
    case TypeKind::Slice: out.push_back(this->type(static_cast<const types::Slice*>(type)->elem)); break;
    case TypeKind::Array:
      out.push_back(this->type(static_cast<const types::Array*>(type)->elem));
      add64(out, static_cast<uint64_t>(static_cast<const types::Array*>(type)->length));
      break;
    case TypeKind::Map:
      out.push_back(this->type(static_cast<const types::Map*>(type)->key));
      out.push_back(this->type(static_cast<const types::Map*>(type)->elem));
      break;
    case TypeKind::Chan:
      out.push_back(static_cast<uint32_t>(static_cast<const types::Chan*>(type)->dir));
      out.push_back(this->type(static_cast<const types::Chan*>(type)->elem));
      break;
    case TypeKind::Signature: {
      const auto* signature = static_cast<const types::Signature*>(type);
      if (signature->is_generic()) refuse();
      out.push_back(signature->variadic);
      for (const std::vector<const types::Var*>* list : {&signature->params, &signature->results}) {
        out.push_back(static_cast<uint32_t>(list->size()));
        for (const types::Var* var : *list) out.push_back(this->type(var->type));
      }
      break;
    }
    case TypeKind::Struct: {
      const auto* record = static_cast<const types::Struct*>(type);
      out.push_back(static_cast<uint32_t>(record->fields.size()));
      for (size_t i = 0; i < record->fields.size(); i++) {
        const types::Var* field = record->fields[i];
        out.insert(out.end(), {text(field->name.view()), text(field->package != nullptr ? field->package->path : ""), field->embedded,
                               text(record->tag(i))});
        out.push_back(this->type(field->type));
      }
      break;
    }
    case TypeKind::Interface: {
      const auto& methods = types::interface_methods(static_cast<const types::Interface*>(type));
      out.push_back(static_cast<uint32_t>(methods.size()));
      for (const types::Func* method : methods) {
        out.insert(out.end(), {text(method->name.view()), text(method->package != nullptr ? method->package->path : "")});
        out.push_back(this->type(method->signature()));
      }
      break;
    }
    case TypeKind::Named: {
      const auto* named = static_cast<const types::Named*>(type);
      if (named->object->is_local || !named->enclosing_args.empty() || !named->enclosing_params.empty()) refuse();
      out.insert(out.end(), {text(named->object->package != nullptr ? named->object->package->path : ""), text(named->object->name.view()),
                             static_cast<uint32_t>(named->type_args.size())});
      for (const types::Type* argument : named->type_args) out.push_back(this->type(argument));
      break;
    }
    default: refuse();
  }
  return out;
}

uint32_t StoreWriter::image(bytecode::DataId id) {
  if (const auto found = image_index_.find(id.index()); found != image_index_.end()) return found->second;
  const bytecode::DataImage& data = program_.data(id);
  Words out{data.align, static_cast<uint32_t>(data.bytes.size()), static_cast<uint32_t>(data.relocations.size())};
  const size_t first = out.size();
  out.resize(first + (data.bytes.size() + 3) / 4);
  std::memcpy(out.data() + first, data.bytes.data(), data.bytes.size());
  for (const bytecode::Relocation& relocation : data.relocations) add_relocation(out, relocation);
  const auto index = static_cast<uint32_t>(images_.size());
  if (refused_) return 0;
  images_.push_back(std::move(out));
  image_index_.emplace(id.index(), index);
  return index;
}

void StoreWriter::add_relocation(Words& out, const bytecode::Relocation& relocation) {
  using Kind = bytecode::Relocation::Kind;
  out.push_back(relocation.offset);
  out.push_back(static_cast<uint32_t>(relocation.kind));
  switch (relocation.kind) {
    case Kind::String: out.insert(out.end(), {text(program_.string(bytecode::StringId(relocation.id))), 0}); break;
    case Kind::Data: out.insert(out.end(), {image(bytecode::DataId(relocation.id)), relocation.addend}); break;
    case Kind::Function:
    case Kind::Entry: out.insert(out.end(), {function(FunctionId(relocation.id)), 0}); break;
    case Kind::Itab: add_itab(out, bytecode::ItabId(relocation.id)); break;
    case Kind::Global: add_global(out, relocation.addend); break;
  }
}

uint32_t StoreWriter::function(FunctionId id) {
  mentioned_.push_back(id);
  const auto [at, fresh] = function_index_.try_emplace(id.index(), static_cast<uint32_t>(functions_.size()));
  if (!fresh) return at->second;
  const ir::Instance* instance = module_.instance_of(id);
  if (instance == nullptr || instance->kind == ir::InstanceKind::PackageInit) {
    refuse();
  } else if (form_of(*instance) == StoredForm::Generic) {
    for (const types::Type* argument : instance->type_args) type(argument);
  }
  if (refused_) {
    function_index_.erase(at);
    return 0;
  }
  functions_.push_back(id);
  return static_cast<uint32_t>(functions_.size() - 1);
}

// The interface's type from 1, 0 for the empty one without name; the type.
void StoreWriter::add_itab(Words& out, bytecode::ItabId id) {
  const bytecode::ItabRow& row = program_.itab(id);
  const types::Type* interface = row.interface.is_valid() ? module_.source_of(row.interface) : nullptr;
  const types::Type* of = module_.source_of(row.type);
  if (of == nullptr || (interface == nullptr && row.interface.is_valid())) return refuse();
  out.push_back(interface != nullptr ? type(interface) + 1 : 0);
  out.push_back(type(of));
}

// The variable from 1, 0 for what has no size; the place in it.
void StoreWriter::add_global(Words& out, uint32_t offset) {
  auto next = variable_at_.upper_bound(offset);
  if (next == variable_at_.begin()) {
    out.insert(out.end(), {0, offset});
    return;
  }
  --next;
  out.push_back(variable(next->second) + 1);
  out.push_back(offset - next->first);
}

// Of each operand that has an id: cell, field and shape in one word, then two words that name it.
void StoreWriter::add_patches(Words& out, const bytecode::Function& code) {
  Words patches;
  uint32_t count = 0;
  for (uint32_t cell = 0; cell < code.cells.size();) {
    const bytecode::OpcodeInfo& info = bytecode::info(bytecode::opcode_of(code.cells[cell]));
    for (const bytecode::OperandSpec& operand : info.operands) {
      const OperandShape shape = bytecode::kind_info(operand.kind).shape;
      if (shape < OperandShape::Function || shape == OperandShape::Delta) continue;
      const auto value = static_cast<uint32_t>(bytecode::read_field(&code.cells[cell], operand.field));
      patches.push_back(cell << kPatchCellShift | static_cast<uint32_t>(operand.field) << kPatchFieldShift | static_cast<uint32_t>(shape));
      count++;
      switch (shape) {
        case OperandShape::Function: patches.insert(patches.end(), {function(FunctionId(value)), 0}); break;
        case OperandShape::Type: {
          const types::Type* source = module_.source_of(bytecode::TypeId(value));
          if (source == nullptr) return refuse();
          patches.insert(patches.end(), {type(source), 0});
          break;
        }
        case OperandShape::Itab: add_itab(patches, bytecode::ItabId(value)); break;
        case OperandShape::Global: add_global(patches, value); break;
        case OperandShape::Data: patches.insert(patches.end(), {image(bytecode::DataId(value)), 0}); break;
        case OperandShape::String: patches.insert(patches.end(), {text(program_.string(bytecode::StringId(value))), 0}); break;
        case OperandShape::Site: {
          auto known = std::ranges::find(sites_, value);
          if (known == sites_.end() && value != 0) known = sites_.insert(sites_.end(), value);
          // From 1, as sites are.
          patches.insert(patches.end(), {value == 0 ? 0 : static_cast<uint32_t>(known - sites_.begin()) + 1, 0});
          break;
        }
        default: GOVM_UNREACHABLE("an operand without id");
      }
    }
    cell += info.cells;
  }
  out.push_back(count);
  out.insert(out.end(), patches.begin(), patches.end());
}

void StoreWriter::add_site(Words& out, bytecode::SiteId id) {
  const bytecode::Site& site = program_.site(id);
  if (site.inline_context.is_valid()) refuse();
  add_pos(out, site.pos);
  const types::Type* source = site.type.is_valid() ? module_.source_of(site.type) : nullptr;
  if (source == nullptr && site.type.is_valid()) return refuse();
  out.push_back(source != nullptr ? type(source) + 1 : 0);
  const auto flag = [](bool is_set, StoredSiteFlag flag) { return is_set ? static_cast<uint32_t>(flag) : 0; };
  out.push_back(static_cast<uint32_t>(site.kind) | flag(site.placement == bytecode::Placement::Frame, kOnFrame) |
                flag(site.buffer_in_steps, kBufferInSteps) | flag(site.buffer_on_heap, kBufferOnHeap) | flag(site.may_stay, kMayStay));
  out.insert(out.end(), {site.buffer_bytes, text(site.what), text(site.why), text(site.function_name)});
}

// Flags, sizes, and counted lists: cells, sites, patches, lines, maps, objects, bits.
StoreWriter::Words StoreWriter::code_record(const bytecode::Function& code) {
  sites_.clear();
  if (code.cells.size() >> kCellBits != 0) refuse();
  Words out{(code.flags.defers ? kDefers : 0U) | (code.flags.wrapper ? kWrapper : 0U) | (code.flags.closure ? kClosure : 0U),
            code.frame_bytes, code.recovery_cell, static_cast<uint32_t>(code.cells.size())};
  const size_t first = out.size();
  constexpr size_t kCellWords = sizeof(bytecode::Cell) / sizeof(uint32_t);
  out.resize(first + code.cells.size() * kCellWords);
  if (!code.cells.empty()) std::memcpy(out.data() + first, code.cells.data(), code.cells.size() * sizeof(bytecode::Cell));
  Words patches;
  add_patches(patches, code);
  out.push_back(static_cast<uint32_t>(sites_.size()));
  for (const uint32_t site : sites_) add_site(out, bytecode::SiteId(site));
  out.insert(out.end(), patches.begin(), patches.end());
  out.push_back(static_cast<uint32_t>(code.lines.size()));
  const Pos somewhere = code.lines.empty() ? Pos() : code.lines.front().pos;
  out.push_back(somewhere ? file_of(somewhere) : 0);
  for (const bytecode::LineEntry& line : code.lines) {
    const SourceFile* source = program_.source_map->file_of(line.pos);
    if (line.inline_context.is_valid() || source == nullptr || !source->contains(somewhere)) {
      refuse();
      break;
    }
    out.push_back(line.cell << kLineCellShift | line.unsigned_bounds);
    out.push_back(static_cast<uint32_t>(source->index_of(line.pos)));
  }
  out.push_back(static_cast<uint32_t>(code.maps.size()));
  for (const bytecode::StackMap& map : code.maps) {
    if ((map.words.units | map.objects.units) >> kMapUnitBits != 0) refuse();
    out.insert(out.end(), {map.cell, map.words.first, map.objects.first, map.words.units << kMapUnitBits | map.objects.units});
  }
  out.push_back(static_cast<uint32_t>(code.objects.size()));
  for (const bytecode::FrameObject& object : code.objects) {
    out.insert(out.end(), {object.offset, object.bytes, object.words.first, object.words.units});
  }
  out.push_back(static_cast<uint32_t>(code.map_bits.size()));
  for (const uint64_t bits : code.map_bits) add64(out, bits);
  return out;
}

// Name, form, flags, where its code is (0: nowhere), then the call's layout and the place of the declaration; of what is declared in a
// text the names by which the checker knows it, and type arguments.
StoreWriter::Words StoreWriter::function_record(FunctionId id) {
  const bytecode::Function& function = program_.function(id);
  const ir::Instance* instance = module_.instance_of(id);
  Words out{text(function.name), static_cast<uint32_t>(form_of(*instance)),
            (function.flags.native ? kNative : 0U) | (function.flags.standard ? kStandard : 0U)};
  out.insert(out.end(), {0, text(function.package), function.argument_bytes, function.result_bytes});
  for (const bytecode::WordMap* map : {&function.argument_pointers, &function.result_pointers}) {
    out.push_back(static_cast<uint32_t>(map->bits.size()));
    for (const uint64_t bits : map->bits) add64(out, bits);
  }
  add_pos(out, function.pos);
  if (form_of(*instance) == StoredForm::Private) return out;
  out.insert(out.end(), {text(instance->func->package->path), text(receiver_name(instance->func)), text(instance->func->name.view()),
                         static_cast<uint32_t>(instance->type_args.size())});
  for (const types::Type* argument : instance->type_args) out.push_back(type(argument));
  return out;
}

}  // namespace govm::codegen
