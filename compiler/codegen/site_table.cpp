// ir::Site → bytecode::Site: one numbered site per allocating construct and inline context, with
// the escape analysis' reason.
#include "compiler/codegen/module.h"
#include "compiler/escape/decisions.h"

namespace govm::codegen {

using bytecode::SiteKind;

namespace {

SiteKind kind_of(ir::SiteKind kind) {
  switch (kind) {
    case ir::SiteKind::MovedVariable: return SiteKind::MovedVariable;
    case ir::SiteKind::New: return SiteKind::New;
    case ir::SiteKind::CompositeLiteral:
    case ir::SiteKind::ConstantText: return SiteKind::CompositeLiteral;
    case ir::SiteKind::Make: return SiteKind::MakeSlice;
    case ir::SiteKind::MakeMap: return SiteKind::MakeMap;
    case ir::SiteKind::MakeChan: return SiteKind::MakeChan;
    case ir::SiteKind::Closure:
    case ir::SiteKind::MethodValue: return SiteKind::Closure;
    case ir::SiteKind::Box: return SiteKind::Box;
    case ir::SiteKind::Concat: return SiteKind::Concat;
    case ir::SiteKind::Conversion: return SiteKind::Conversion;
    case ir::SiteKind::Append: return SiteKind::Append;
    case ir::SiteKind::VariadicSlice: return SiteKind::VariadicSlice;
    case ir::SiteKind::MapAssign: return SiteKind::MapAssign;
    case ir::SiteKind::Go: return SiteKind::GoCall;
    case ir::SiteKind::Defer: return SiteKind::DeferCall;
  }
  return SiteKind::New;
}

escape::SiteRole role_of(ir::SiteKind kind) {
  using escape::SiteRole;
  switch (kind) {
    case ir::SiteKind::CompositeLiteral: return SiteRole::CompositeLiteral;
    case ir::SiteKind::Make:
    case ir::SiteKind::MakeMap:
    case ir::SiteKind::MakeChan: return SiteRole::Make;
    case ir::SiteKind::Closure: return SiteRole::Closure;
    case ir::SiteKind::MethodValue: return SiteRole::MethodValue;
    case ir::SiteKind::Box: return SiteRole::Box;
    case ir::SiteKind::Concat: return SiteRole::Concat;
    case ir::SiteKind::Conversion:
    case ir::SiteKind::ConstantText: return SiteRole::Conversion;
    case ir::SiteKind::Append: return SiteRole::Append;
    case ir::SiteKind::VariadicSlice: return SiteRole::VariadicSlice;
    case ir::SiteKind::Go:
    case ir::SiteKind::Defer: return SiteRole::GoDefer;
    default: return SiteRole::New;
  }
}

}  // namespace

bytecode::SiteId Module::site_of(const ir::Site* site, bytecode::FunctionId function) {
  auto found = sites_.find(site);
  if (found != sites_.end()) return found->second;
  bytecode::Site out;
  out.pos = site->pos;
  out.function_name = program_.function(function).name;
  // What a function of std makes in the place of its call is made by the call.
  const ir::Inlined* inlined = site->inlined;
  for (; inlined != nullptr && ir::belongs_to_std(*inlined->callee); inlined = inlined->around) out.pos = inlined->pos;
  if (inlined != nullptr) out.function_name = inlined->callee->name;
  out.inline_context = context_of(inlined);
  out.function = function;
  out.type = site->type != nullptr ? type_of(site->type) : bytecode::TypeId();
  out.kind = kind_of(site->kind);
  out.placement = site->in_frame ? bytecode::Placement::Frame : bytecode::Placement::Heap;
  out.buffer_bytes = site->buffer_bytes;
  out.buffer_in_steps = site->buffer_in_steps;
  out.buffer_on_heap = site->buffer_on_heap;
  const escape::Decision* decision = nullptr;
  if (site->node != nullptr) {
    decision = site->kind == ir::SiteKind::MovedVariable
                   ? decisions_.find_variable(static_cast<const types::Var*>(site->node), site->context)
                   : decisions_.find(site->node, role_of(site->kind), site->context);
  }
  if (decision != nullptr) {
    out.what = decision->what;
    out.why = decision->why;
    out.flow = decision->flow;
    out.may_stay = decision->placement == escape::Placement::Frame && site->kind != ir::SiteKind::MapAssign;
  }
  if (site->kind == ir::SiteKind::MapAssign) out.why = "the map grows";
  if (out.what.empty() && out.type.is_valid()) out.what = program_.type(out.type).name;
  const bytecode::SiteId id = program_.add_site(std::move(out));
  sites_.emplace(site, id);
  return id;
}

}  // namespace govm::codegen
