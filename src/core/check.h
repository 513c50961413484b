// CASUS_CHECK guards against mistakes of our own; it throws the only exception of the code, caught once per edge.
#pragma once

#include <stdexcept>
#include <string>

namespace casus {

class InternalError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void fail_check(const char* condition, const char* file, int line) {
  throw InternalError(std::string(file) + ":" + std::to_string(line) + ": internal check failed: " + condition);
}

}  // namespace casus

#define CASUS_CHECK(condition) ((condition) ? static_cast<void>(0) : ::casus::fail_check(#condition, __FILE__, __LINE__))
