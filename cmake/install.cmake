# Where the program finds its data, and what `cmake --install` puts where Debian would.
#
# Data are one folder with models/, kb/ and rules/ in it, and casus.kb, which is compiled from kb/. default_paths() (src/reading) looks at $CASUS_DATA, then beside the running
# program (../share/casus from its folder), then at CASUS_SOURCE_DATA (this tree, for what is built here), then at CASUS_INSTALL_DATA.
if(TARGET casus_reading)
  target_compile_definitions(casus_reading PRIVATE
    CASUS_SOURCE_DATA="${PROJECT_SOURCE_DIR}" CASUS_BUILT_KNOWLEDGE="${PROJECT_BINARY_DIR}/casus.kb" CASUS_INSTALL_DATA="${CMAKE_INSTALL_FULL_DATADIR}/casus")
endif()

# One archive for people who link casus: the objects of all modules.
get_property(modules GLOBAL PROPERTY CASUS_MODULES)
set(objects ${modules})
list(TRANSFORM objects REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>")
add_library(casus_archive STATIC ${objects})
set_target_properties(casus_archive PROPERTIES OUTPUT_NAME casus LINKER_LANGUAGE CXX)
install(TARGETS casus_archive ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/casus DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

include(CMakePackageConfigHelpers)
set(CASUS_CONFIG_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/casus)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/casusConfig.cmake.in ${PROJECT_BINARY_DIR}/casusConfig.cmake
  INSTALL_DESTINATION ${CASUS_CONFIG_FOLDER} PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/casusConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/casusConfig.cmake ${PROJECT_BINARY_DIR}/casusConfigVersion.cmake DESTINATION ${CASUS_CONFIG_FOLDER})

foreach(folder kb rules schema)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/casus)
endforeach()
if(TARGET casus)
  file(GLOB tables CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/kb/*.tsv ${PROJECT_SOURCE_DIR}/kb/VERSION)
  add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/casus.kb
    COMMAND ${CMAKE_COMMAND} -E env CASUS_DATA=${PROJECT_SOURCE_DIR} $<TARGET_FILE:casus> kb build --quiet --output ${PROJECT_BINARY_DIR}/casus.kb
    DEPENDS casus ${tables} COMMENT "Compiling the knowledge base" VERBATIM)
  add_custom_target(knowledge_file ALL DEPENDS ${PROJECT_BINARY_DIR}/casus.kb)
  install(FILES ${PROJECT_BINARY_DIR}/casus.kb DESTINATION ${CMAKE_INSTALL_DATADIR}/casus)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/models DESTINATION ${CMAKE_INSTALL_DATADIR}/casus)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
