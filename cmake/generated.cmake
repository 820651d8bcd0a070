# What the program says about itself, written by running it: its man page, and completions for the shells.
set(GENERATED ${PROJECT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${GENERATED})
find_program(GZIP gzip REQUIRED)
mark_as_advanced(GZIP)
add_custom_command(OUTPUT ${GENERATED}/simrules.1.gz ${GENERATED}/simrules.bash ${GENERATED}/_simrules ${GENERATED}/simrules.fish
  COMMAND simrules man > simrules.1
  COMMAND ${GZIP} -9nf simrules.1
  COMMAND simrules completion bash > simrules.bash
  COMMAND simrules completion zsh > _simrules
  COMMAND simrules completion fish > simrules.fish
  DEPENDS simrules
  WORKING_DIRECTORY ${GENERATED}
  COMMENT "Writing the man page and the completions"
  VERBATIM)
add_custom_target(simrules_generated ALL DEPENDS ${GENERATED}/simrules.1.gz)
