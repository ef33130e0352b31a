// Pages of govm help that are about a subject, not a command.
#pragma once

#include <string>
#include <string_view>

namespace govm::cli {

// The page, or nothing.
std::string topic_text(std::string_view name);

// A line for each page.
std::string topic_list();

}  // namespace govm::cli
