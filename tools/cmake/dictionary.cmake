# The dictionary of names and words (src/actor/dictionary.h), made from Debian packages when the program is built. One
# that is missing is told and done without; installed later, the next build takes it in.

set(ANNALEN_SHARE /usr/share CACHE PATH "Folder below which packages have their word and name lists")
set(ANNALEN_PACKAGE_LIST ${PROJECT_SOURCE_DIR}/tools/dictionary/packages.txt)
set(ANNALEN_ACTOR_PACK ${PROJECT_SOURCE_DIR}/src/actor/lang/de)

# annalen_dictionary(target file): `file` is made before `target` is compiled.
function(annalen_dictionary target out)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ANNALEN_PACKAGE_LIST})
  file(STRINGS ${ANNALEN_PACKAGE_LIST} lines REGEX "^[a-z]")
  set(files "")
  foreach(line IN LISTS lines)
    string(REGEX MATCHALL "[^ \t]+" fields "${line}")
    list(GET fields 0 package)
    list(GET fields 3 pattern)
    file(GLOB found CONFIGURE_DEPENDS ${ANNALEN_SHARE}/${pattern})
    list(APPEND files ${found})
    if(NOT found)
      message(WARNING "${package} is not installed (${ANNALEN_SHARE}/${pattern}): unlisted names will be found less "
        "often; tools/setup.sh build installs it")
    endif()
  endforeach()
  file(GLOB pack CONFIGURE_DEPENDS ${ANNALEN_ACTOR_PACK}/*.txt)
  # Of the actor room what the dictionary is made of; the room itself has the dictionary in it.
  list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/src/actor/)
  add_executable(make_dictionary tools/dictionary/make_dictionary.cpp tools/dictionary/name_lists.cpp ${ARGN})
  target_include_directories(make_dictionary PRIVATE src)
  target_link_libraries(make_dictionary PRIVATE annalen_clause annalen_text annalen_base ICU::uc ICU::i18n)
  get_filename_component(folder ${out} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(
    OUTPUT ${out}
    COMMAND make_dictionary --packages ${ANNALEN_PACKAGE_LIST} --share ${ANNALEN_SHARE} --pack ${ANNALEN_ACTOR_PACK} --out ${out}
    DEPENDS make_dictionary ${ANNALEN_PACKAGE_LIST} ${pack} ${files}
    COMMENT "Making the dictionary of names and words"
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
