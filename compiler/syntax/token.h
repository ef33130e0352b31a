// Tokens, operators and kinds of literals (spec: "Lexical elements").
//
// All names, texts and precedences come from tokens.def.
#pragma once

#include <cstdint>
#include <string_view>

namespace govm::syntax {

/// The kind of a token. Operators other than `*` share the kind Operator.
enum class Token : uint8_t {
#define TOKEN(name, text) name,
#include "compiler/syntax/tokens.def"
};

/// Unary and binary operators.
enum class Operator : uint8_t {
#define OPERATOR(name, text, precedence) name,
#include "compiler/syntax/tokens.def"
};

/// What a BasicLit is. An imaginary literal may be written with integer or float digits.
enum class LitKind : uint8_t { Int, Float, Imag, Rune, String };

/// The text of a token kind ("(", "break", "name" …).
std::string_view token_text(Token token);
/// The text of an operator ("+", "&^" …).
std::string_view operator_text(Operator op);
/// Precedence of a binary operator, 1 (||) to 5 (*); 0 for the others.
int operator_precedence(Operator op);
/// The keyword of this spelling, or Token::Name.
Token keyword_token(std::string_view text);
inline bool is_keyword(Token token) { return token >= Token::Break && token <= Token::Var; }
/// Whether an operator compares (== != < <= > >=).
inline bool is_comparison(Operator op) { return op >= Operator::Eql && op <= Operator::Geq; }
/// Whether an operator shifts.
inline bool is_shift(Operator op) { return op == Operator::Shl || op == Operator::Shr; }

}  // namespace govm::syntax
