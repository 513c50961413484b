set(prefix ${BUILD}/tests/install/prefix)
set(reader ${BUILD}/tests/install/reader)
file(REMOVE_RECURSE ${prefix} ${reader})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out WORKING_DIRECTORY ${BUILD}/tests/install)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\n${out}")
  endif()
  set(OUT "${out}" PARENT_SCOPE)
endfunction()

function(expect pattern)
  if(NOT OUT MATCHES "${pattern}")
    message(FATAL_ERROR "expected ${pattern} in:\n${OUT}")
  endif()
endfunction()

# Nothing but the installed files may be found.
unset(ENV{CASUS_DATA})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
foreach(file ${DATA}/casus/models/casus.safetensors ${DATA}/casus/kb/states.tsv ${DATA}/casus/rules/lexicon ${DATA}/casus/schema/record-1.json
    ${MAN}/man1/casus.1 ${DATA}/bash-completion/completions/casus include/casus/casus.h)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
run(${prefix}/${BIN}/casus --version)
expect("casus [0-9.]+\nmodel ")
run(${prefix}/${BIN}/casus read ${SOURCE}/examples/asmara-2018-07-09.txt --published 2018-07-09 --format tsv)
expect("AGREE")

run(${CMAKE_COMMAND} -S ${SOURCE}/examples/library -B ${reader} -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER}
  -D CMAKE_PREFIX_PATH=${prefix} -D CMAKE_BUILD_TYPE=Release)
run(${CMAKE_COMMAND} --build ${reader})
set(ENV{CASUS_DATA} ${prefix}/${DATA}/casus)
run(${reader}/reader)
expect("ASSAULT 2024-05-06: shelled")
