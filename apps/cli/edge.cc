#include "edge.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <new>

#include "command.h"
#include "core/check.h"
#include "format/styled_text.h"

namespace casus {

void complain(std::string_view message) {
  const std::string line = "casus: " + printable(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

int closed(Output& output, int status) {
  if (output.close()) return status;
  complain(output.error()->message);
  return kFailed;
}

std::optional<Engine> load_engine(const std::vector<std::string>& overlays, const std::string& codebook) {
  EnginePaths paths = default_paths();
  paths.overlays = overlays;
  paths.codebook = codebook;
  return load_engine(paths);
}

std::optional<Engine> load_engine(const EnginePaths& paths) {
  auto engine = Engine::load(paths);
  if (engine) return std::move(*engine);
  complain(engine.error().message);
  return std::nullopt;
}

Result<std::string> guarded(const std::function<Result<std::string>()>& work) {
  try {
    return work();
  } catch (const InternalError& mistake) {
    return Error{std::string("a mistake of casus, please report it with this text: ") + mistake.what()};
  } catch (const std::bad_alloc&) {
    return Error{"out of memory: read fewer reports at a time with --jobs 1"};
  } catch (const std::exception& other) {
    return Error{std::string("cannot be read: ") + other.what()};
  }
}

void hold_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(descriptor, F_GETFD) == -1 && open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) == -1) return;
}

}  // namespace casus
