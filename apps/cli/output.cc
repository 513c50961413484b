#include "output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace casus {
namespace {

constexpr int kNone = -1;
constexpr int kMode = 0666;

std::string remedy(int code) {
  if (code == ENOSPC || code == EDQUOT) return ": make room or write elsewhere";
  if (code == EACCES || code == EROFS || code == EPERM) return ": choose a place that you may write to";
  if (code == ENOENT || code == ENOTDIR) return ": create its directory first";
  if (code == EBADF) return ": it is closed";
  return "";
}

Error cannot_write(const std::string& name, int code) { return Error{name + ": cannot be written: " + std::strerror(code) + remedy(code)}; }

}  // namespace

Result<Output> Output::open(const std::string& file_name) {
  if (file_name.empty() || file_name == "-") return Output(STDOUT_FILENO, "standard output");
  const int descriptor = ::open(file_name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
  if (descriptor == kNone) return cannot_write(file_name, errno);
  return Output(descriptor, file_name);
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, kNone)),
      name_(std::move(other.name_)),
      closed_(other.closed_),
      error_(std::move(other.error_)) {}

Output::~Output() {
  if (descriptor_ != kNone && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
}

bool Output::fail(int code) {
  closed_ = true;
  if (code != EPIPE) error_ = cannot_write(name_, code);
  return false;
}

bool Output::write(std::string_view text) {
  while (!closed_ && !text.empty()) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written >= 0) text.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) return fail(errno);
  }
  return !closed_;
}

bool Output::close() {
  const int descriptor = std::exchange(descriptor_, kNone);
  if (closed_) return !error_;
  closed_ = true;
  if (descriptor == kNone || ::close(descriptor) == 0) return true;
  return fail(errno);
}

Result<std::string> write_file(const std::string& path, std::string_view text) {
  auto output = Output::open(path);
  if (!output) return output.error();
  output->write(text);
  if (!output->close()) return *output->error();
  return path;
}

}  // namespace casus
