// Spec: "Types", "Type parameter declarations".
#include "compiler/syntax/parser_state.h"

namespace govm::syntax {

Expr* Parser::type() {
  if (Expr* result = type_or_null()) return result;
  Expr* bad = bad_expr();
  expected("type");
  advance({Token::Comma, Token::Colon, Token::Semi, Token::Rparen, Token::Rbrack, Token::Rbrace});
  return bad;
}

Expr* Parser::star_expr(Pos at, Expr* x) {
  auto* star = make<StarExpr>(at);
  star->x = x;
  return star;
}

// Type     = TypeName [ TypeArgs ] | TypeLit | "(" Type ")" .
// TypeLit  = ArrayType | StructType | PointerType | FunctionType | InterfaceType | SliceType |
//            MapType | ChannelType .
Expr* Parser::type_or_null() {
  Nested nested(*this);
  Pos at = pos();
  switch (token()) {
    case Token::Star: next(); return star_expr(at, type());
    case Token::Arrow: {
      next();
      want(Token::Chan);
      auto* chan = make<ChanType>(at);
      chan->dir = ChanDir::RecvOnly;
      chan->elem = channel_element();
      return chan;
    }
    case Token::Func: next(); return func_type("function type", nullptr);
    case Token::Lbrack: next(); return got(Token::Rbrack) ? slice_type(at) : array_type(at, nullptr);
    case Token::Chan: {
      next();
      auto* chan = make<ChanType>(at);
      if (got(Token::Arrow)) chan->dir = ChanDir::SendOnly;
      chan->elem = channel_element();
      return chan;
    }
    case Token::Map: {
      next();
      want(Token::Lbrack);
      auto* map = make<MapType>(at);
      map->key = type();
      want(Token::Rbrack);
      map->value = type();
      return map;
    }
    case Token::Struct: return struct_type();
    case Token::Interface: return interface_type();
    case Token::Name: return qualified_name(nullptr);
    case Token::Lparen: {
      next();
      Expr* inner = type();
      want(Token::Rparen);
      return inner;
    }
    default: return nullptr;
  }
}

// TypeArgs = "[" TypeList [ "," ] "]" .
Expr* Parser::type_instance(Expr* x) {
  auto* instance = make<IndexExpr>(pos());
  want(Token::Lbrack);
  instance->x = x;
  ListBuilder<Expr*> args;
  if (token() == Token::Rbrack) {
    expected("type argument list");
    args.push_back(bad_expr());
  } else {
    type_list(args, true);
  }
  instance->indices = finish(args);
  instance->rbrack = pos();
  want(Token::Rbrack);
  return instance;
}

// [ TypeParameters ] Signature. Type parameters go to *type_params, or are an error in the construct
// that `no_type_params` names.
FuncType* Parser::func_type(std::string_view no_type_params, std::span<Field*>* type_params) {
  Pos bracket = pos();
  FuncType* result = make<FuncType>(bracket);
  if (got(Token::Lbrack)) {
    if (type_params == nullptr) syntax_error(bracket, diag::kUnexpectedTypeParameters, no_type_params);
    if (token() == Token::Rbrack) {
      syntax_error(diag::kEmptyTypeParameters);
      next();
    } else {
      std::span<Field*> params = param_list(nullptr, nullptr, Token::Rbrack, ParamNames::Required, FinalDots::Forbidden);
      if (type_params != nullptr) *type_params = params;
    }
  }
  want(Token::Lparen);
  result->params = param_list(nullptr, nullptr, Token::Rparen, ParamNames::Optional, FinalDots::Allowed);
  result->results = this->result();
  return result;
}

// ArrayType = "[" ArrayLength "]" ElementType . The bracket, and a length if given, were read.
Expr* Parser::array_type(Pos at, Expr* length) {
  if (length == nullptr && !got(Token::DotDotDot)) {
    ++expr_nesting_;
    length = expr();
    --expr_nesting_;
  }
  if (token() == Token::Comma) {
    syntax_error(diag::kCommaInArrayLength);
    next();
  }
  want(Token::Rbrack);
  auto* array = make<ArrayType>(at);
  array->len = length;
  array->elem = type();
  return array;
}

// SliceType = "[" "]" ElementType . The brackets were read.
Expr* Parser::slice_type(Pos at) {
  auto* slice = make<SliceType>(at);
  slice->elem = type();
  return slice;
}

Expr* Parser::channel_element() {
  if (Expr* elem = type_or_null()) return elem;
  Expr* bad = bad_expr();
  syntax_error(diag::kBadChannelElement);
  return bad;
}

// --- struct types ------------------------------------------------------------------------------

// StructType = "struct" "{" { FieldDecl ";" } "}" .
StructType* Parser::struct_type() {
  auto* result = make<StructType>(pos());
  want(Token::Struct);
  want(Token::Lbrace);
  ListBuilder<Field*> fields;
  list("struct type", Token::Semi, Token::Rbrace, [&] {
    field_decl(fields);
    return false;
  });
  result->fields = finish(fields);
  return result;
}

void Parser::add_field(ListBuilder<Field*>& fields, Pos at, Name* name, Expr* type, BasicLit* tag) {
  auto* field = make<Field>(at);
  field->name = name;
  field->type = type;
  field->tag = tag;
  fields.push_back(field);
}

// FieldDecl = ( IdentifierList Type | EmbeddedField ) [ Tag ] .   EmbeddedField = [ "*" ] TypeName [ TypeArgs ] .
void Parser::field_decl(ListBuilder<Field*>& fields) {
  Pos at = pos();
  switch (token()) {
    case Token::Name: {
      Name* first = name();
      if (token() == Token::Dot || token() == Token::Literal || token() == Token::Semi || token() == Token::Rbrace) {
        Expr* embedded = qualified_name(first);
        add_field(fields, at, nullptr, embedded, literal_or_null());
        return;
      }
      ListBuilder<Name*> names;
      names.push_back(first);
      while (got(Token::Comma)) names.push_back(name());
      Expr* field_type;
      if (names.size() == 1 && token() == Token::Lbrack) {
        // `T[P1, P2]` embeds an instantiated type, `T [n]E` and `T []E` declare a field T.
        field_type = array_or_type_args(first);
        if (is<IndexExpr>(field_type)) {
          add_field(fields, at, nullptr, field_type, literal_or_null());
          return;
        }
      } else {
        field_type = type();
      }
      BasicLit* tag = literal_or_null();
      for (Name* each : names) add_field(fields, each->pos, each, field_type, tag);
      return;
    }
    case Token::Star: {
      next();
      bool parenthesized = token() == Token::Lparen;
      if (parenthesized) {
        syntax_error(diag::kParenthesizedEmbeddedType);
        next();
      }
      Expr* embedded = qualified_name(nullptr);
      if (parenthesized) got(Token::Rparen);
      BasicLit* tag = literal_or_null();
      add_field(fields, at, nullptr, star_expr(at, embedded), tag);
      return;
    }
    case Token::Lparen: {
      syntax_error(diag::kParenthesizedEmbeddedType);
      next();
      Pos star = pos();
      bool pointer = got(Token::Star);
      Expr* embedded = qualified_name(nullptr);
      if (pointer) embedded = star_expr(star, embedded);
      got(Token::Rparen);
      add_field(fields, at, nullptr, embedded, literal_or_null());
      return;
    }
    default: expected("field name or embedded type"); advance({Token::Semi, Token::Rbrace});
  }
}

// name "[" …: an array or slice type (the name stays the caller's), or the instance name[…].
Expr* Parser::array_or_type_args(Name* name) {
  Pos bracket = pos();
  want(Token::Lbrack);
  if (got(Token::Rbrack)) return slice_type(bracket);
  ListBuilder<Expr*> items;
  bool comma = type_list(items, false);
  Pos rbrack = pos();
  want(Token::Rbrack);
  if (!comma) {
    if (Expr* elem = type_or_null()) {
      auto* array = make<ArrayType>(bracket);
      array->len = items[0];
      array->elem = elem;
      return array;
    }
  }
  auto* instance = make<IndexExpr>(bracket);
  instance->x = name;
  instance->indices = finish(items);
  instance->rbrack = rbrack;
  return instance;
}

// --- interface types ---------------------------------------------------------------------------

// InterfaceType = "interface" "{" { InterfaceElem ";" } "}" .   InterfaceElem = MethodElem | TypeElem .
InterfaceType* Parser::interface_type() {
  auto* result = make<InterfaceType>(pos());
  want(Token::Interface);
  want(Token::Lbrace);
  ListBuilder<Field*> elems;
  list("interface type", Token::Semi, Token::Rbrace, [&] {
    Field* field = token() == Token::Name ? method_or_embedded() : nullptr;
    if (field == nullptr || field->name == nullptr) field = embedded_elem(field);
    elems.push_back(field);
    return false;
  });
  result->methods = finish(elems);
  return result;
}

// MethodElem = MethodName Signature, or a type name that begins a type element.
Field* Parser::method_or_embedded() {
  constexpr std::string_view kContext = "interface method";
  Field* field = make<Field>(pos());
  Name* first = name();
  switch (token()) {
    case Token::Lparen:
      field->name = first;
      field->type = func_type(kContext, nullptr);
      break;
    case Token::Lbrack: bracketed_method_or_embedded(field, first); break;
    default: field->type = qualified_name(first);
  }
  return field;
}

// name "[" …: an embedded instance, or (an error) a method with type parameters. Both look like a
// parameter list; names in it tell.
void Parser::bracketed_method_or_embedded(Field* field, Name* name) {
  Pos bracket = pos();
  auto as_method = [&] {
    field->name = name;
    field->type = func_type("interface method", nullptr);
  };
  next();
  if (token() == Token::Rbrack) {
    Pos close = pos();
    next();
    if (token() == Token::Lparen) {
      error(close, diag::kEmptyTypeParametersOfMethod);
      as_method();
    } else {
      error(close, diag::kEmptyTypeArguments);
      field->type = name;
    }
    return;
  }
  std::span<Field*> params = param_list(nullptr, nullptr, Token::Rbrack, ParamNames::Optional, FinalDots::Forbidden);
  if (params.empty()) {  // errors were reported
    if (token() == Token::Lparen) {
      as_method();
    } else {
      field->type = name;
    }
    return;
  }
  if (params[0]->name != nullptr) {
    as_method();
    error(bracket, diag::kTypeParametersOfInterfaceMethod);
    return;
  }
  auto* instance = make<IndexExpr>(bracket);
  instance->x = name;
  ListBuilder<Expr*> args;
  for (Field* param : params) args.push_back(param->type);
  instance->indices = finish(args);
  instance->rbrack = end_pos(params.back());
  field->type = instance;
}

// TypeElem = TypeTerm { "|" TypeTerm } . A field may hold the first term already.
Field* Parser::embedded_elem(Field* field) {
  if (field == nullptr) {
    field = make<Field>(pos());
    field->type = embedded_term();
  }
  while (at_operator(Operator::Or)) {
    auto* either = make<BinaryExpr>(pos());
    either->op = Operator::Or;
    next();
    either->x = field->type;
    either->y = embedded_term();
    field->type = either;
  }
  return field;
}

// TypeTerm = Type | UnderlyingType .   UnderlyingType = "~" Type .
Expr* Parser::embedded_term() {
  if (at_operator(Operator::Tilde)) {
    auto* tilde = make<UnaryExpr>(pos());
    tilde->op = Operator::Tilde;
    next();
    tilde->x = type();
    return tilde;
  }
  if (Expr* term = type_or_null()) return term;
  Expr* bad = bad_expr();
  expected("~ term or type");
  advance({Token::Operator, Token::Semi, Token::Rparen, Token::Rbrack, Token::Rbrace});
  return bad;
}

// --- parameters --------------------------------------------------------------------------------

// Result = Parameters | Type .
std::span<Field*> Parser::result() {
  if (got(Token::Lparen)) {
    return param_list(nullptr, nullptr, Token::Rparen, ParamNames::Optional, FinalDots::Forbidden);
  }
  Pos at = pos();
  Expr* type = type_or_null();
  if (type == nullptr) return {};
  ListBuilder<Field*> fields;
  add_field(fields, at, nullptr, type, nullptr);
  return finish(fields);
}

// ParameterDecl = [ IdentifierList ] [ "..." ] Type, one name at a time: a lone name may turn out to
// be a type. In type parameter lists (closed by "]") a type may be a constraint element.
Field* Parser::param_or_null(Name* first, Token close) {
  bool constraints = close == Token::Rbrack;
  if (first == nullptr && constraints && at_operator(Operator::Tilde)) return embedded_elem(nullptr);

  Field* field = make<Field>(first != nullptr ? first->pos : pos());
  if (first == nullptr && token() == Token::Name) first = name();
  if (first != nullptr) {
    if (token() == Token::Lbrack) {
      field->type = array_or_type_args(first);
      if (!is<IndexExpr>(field->type)) field->name = first;
      return constraints && at_operator(Operator::Or) ? embedded_elem(field) : field;
    }
    if (token() == Token::Dot) {
      field->type = qualified_name(first);
      return constraints && at_operator(Operator::Or) ? embedded_elem(field) : field;
    }
    if (constraints && at_operator(Operator::Or)) {
      field->type = first;
      return embedded_elem(field);
    }
    field->name = first;
  }
  if (token() == Token::DotDotDot) {
    auto* dots = make<DotsType>(pos());
    next();
    dots->elem = type_or_null();
    if (dots->elem == nullptr) {
      field->type = bad_expr();
      syntax_error(diag::kBadParameterDots);
    } else {
      field->type = dots;
    }
    return field;
  }
  if (constraints && at_operator(Operator::Tilde)) {
    field->type = embedded_elem(nullptr)->type;
    return field;
  }
  field->type = type_or_null();
  if (constraints && field->type != nullptr && at_operator(Operator::Or)) field = embedded_elem(field);
  if (field->name != nullptr || field->type != nullptr) return field;
  expected(token_in_words(close));
  advance({Token::Comma, close});
  return nullptr;
}

// Parameters = "(" [ ParameterList [ "," ] ] ")", the opening token read; TypeParameters likewise with
// brackets. A first name, and its type, may have been read. In the result either all are named or none.
std::span<Field*> Parser::param_list(Name* first_name, Expr* first_type, Token close, ParamNames names, FinalDots dots) {
  ListBuilder<Field*> params;
  if (first_name != nullptr && first_type != nullptr && token() == close) {
    next();
    add_field(params, first_name->pos, first_name, first_type, nullptr);
    return finish(params);
  }
  size_t named = 0;  // parameters with a name and a type
  size_t typed = 0;  // parameters with a type
  Pos end = list("parameter list", Token::Comma, close, [&] {
    if (first_type != nullptr) {
      add_field(params, first_name->pos, first_name, first_type, nullptr);
    } else if (Field* param = param_or_null(first_name, close)) {
      params.push_back(param);
    } else {
      first_name = nullptr;
      return false;
    }
    first_name = nullptr;
    first_type = nullptr;
    const Field* last = params[params.size() - 1];
    if (last->type != nullptr) {
      ++typed;
      if (last->name != nullptr) ++named;
    }
    return false;
  });
  if (params.empty()) return {};
  distribute_types(params, named, typed, end, names);

  bool complained = false;
  for (size_t i = 0; i < params.size(); ++i) {
    auto* variadic = as<DotsType>(params[i]->type);
    if (variadic == nullptr || (dots == FinalDots::Allowed && i + 1 == params.size())) continue;
    if (!complained) {
      if (dots == FinalDots::Allowed) {
        error(variadic->pos, diag::kNonFinalDots);
      } else {
        error(variadic->pos, diag::kUnusableDots);
      }
    }
    complained = true;
    params[i]->type = variadic->elem;
  }
  return finish(params);
}

// Decides which of the parsed names are types, and gives `a, b int` one type to both.
void Parser::distribute_types(ListBuilder<Field*>& params, size_t named, size_t typed, Pos end, ParamNames names) {
  if (named == 0 && names == ParamNames::Optional) {
    for (Field* param : params) {
      if (param->name == nullptr) continue;
      param->type = param->name;
      param->name = nullptr;
    }
    return;
  }
  if (named == params.size()) return;
  // Some are named, so all must be: types are handed on from right to left.
  Pos bad;  // leftmost mistake
  Expr* type = nullptr;
  for (size_t i = params.size(); i-- > 0;) {
    Field* param = params[i];
    if (param->type != nullptr) {
      type = param->type;
      if (param->name == nullptr) {
        bad = start_pos(type);
        param->name = make_name(bad, "_");
      }
    } else if (type != nullptr) {
      param->type = type;
    } else {
      bad = param->name->pos;
      param->type = make<BadExpr>(bad);
    }
  }
  if (!bad) return;
  bool type_params = names == ParamNames::Required;
  if (named == typed) {  // types are missing, and only at the end
    if (type_params) {
      syntax_error(end, diag::kMissingTypeConstraint);
    } else {
      syntax_error(end, diag::kMissingParameterType);
    }
  } else if (!type_params) {
    syntax_error(bad, diag::kMissingParameterName);
  } else if (params.size() == 1) {
    syntax_error(bad, diag::kMissingTypeParameterNameOrLength);
  } else {
    syntax_error(bad, diag::kMissingTypeParameterName);
  }
}

}  // namespace govm::syntax
