# All from Debian bookworm's packages; tools/setup names them.
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)          # Unicode properties, normalisation
# oneDNN, for matrix products. Debian's dnnl-config.cmake asks for OpenCL, which the CPU engine never touches.
find_path(DNNL_INCLUDE_DIR dnnl.hpp REQUIRED)
find_library(DNNL_LIBRARY dnnl REQUIRED)
add_library(dnnl SHARED IMPORTED)
set_target_properties(dnnl PROPERTIES IMPORTED_LOCATION ${DNNL_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${DNNL_INCLUDE_DIR})
find_package(nlohmann_json 3.11 REQUIRED)                  # JSON
find_package(CLI11 2.1 REQUIRED)                           # command line
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)         # SHA-256 of document ids
find_package(OpenMP REQUIRED COMPONENTS CXX)               # oneDNN's runtime: one thread each is asked for
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)  # checksum of the model
if(CASUS_TESTS)
  find_package(GTest 1.12 REQUIRED)
  find_package(benchmark 1.7 REQUIRED)
endif()
