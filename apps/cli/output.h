// Where results go: standard output or a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "casus/result.h"

namespace casus {

class Output {
 public:
  // The file is emptied first; no name, or "-": standard output.
  static Result<Output> open(const std::string& file_name);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  int descriptor() const { return descriptor_; }

  // False once nothing can be written any more. Whoever reads at the other end of a pipe may leave early: that is no error.
  bool write(std::string_view text);
  const std::optional<Error>& error() const { return error_; }

  // Says what a file system notices late; true where all was written.
  bool close();

 private:
  Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  bool fail(int code);

  int descriptor_;  // owned, unless it is standard output
  std::string name_;
  bool closed_ = false;
  std::optional<Error> error_;
};

// Gives the path back.
Result<std::string> write_file(const std::string& path, std::string_view text);

}  // namespace casus
