# Text files as string literals of the program, so that it needs no data folder at run time.

# Writes the C++ source. Runs at build time: cmake -DOUT=… -DNAMESPACE=… -DFILES=a|b -P embed.cmake
if(CMAKE_SCRIPT_MODE_FILE)
  string(REPLACE "|" ";" FILES "${FILES}")
  set(entries "")
  foreach(path IN LISTS FILES)
    get_filename_component(name ${path} NAME)
    file(READ ${path} content)
    string(APPEND entries "    {\"${name}\", R\"~annalen~(${content})~annalen~\"},\n")
  endforeach()
  file(WRITE ${OUT} "#include <span>\n#include <string_view>\n#include <utility>\n\nnamespace ${NAMESPACE} {\n"
    "namespace {\nconstexpr std::pair<std::string_view, std::string_view> kFiles[] = {\n${entries}};\n}\n"
    "std::span<const std::pair<std::string_view, std::string_view>> embedded_files() { return kFiles; }\n}\n")
  return()
endif()

# annalen_embed(target namespace files...) gives the target
#   std::span<const std::pair<std::string_view, std::string_view>> namespace::embedded_files();  // name, text; by name
# which the using source declares itself.
set(ANNALEN_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(annalen_embed target namespace)
  list(JOIN ARGN "|" joined)
  set(out ${CMAKE_BINARY_DIR}/embedded/${target}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAMESPACE=${namespace} "-DFILES=${joined}" -P ${ANNALEN_EMBED_SCRIPT}
    DEPENDS ${ARGN} ${ANNALEN_EMBED_SCRIPT}
    COMMENT "Embedding ${namespace} language pack"
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
