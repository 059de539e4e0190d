# Text files as string literals of the program, so that it needs no data folder at run time.

# Writes the C++ source. Runs at build time: cmake -DOUT=… -DNAMESPACE=… -DFILES=a|b -P embed.cmake
if(CMAKE_SCRIPT_MODE_FILE)
  string(REPLACE "|" ";" FILES "${FILES}")
  set(languages "")
  foreach(path IN LISTS FILES)
    get_filename_component(folder ${path} DIRECTORY)
    get_filename_component(language ${folder} NAME)
    get_filename_component(name ${path} NAME)
    file(READ ${path} content)
    list(APPEND languages ${language})
    string(APPEND entries_${language} "    {\"${name}\", R\"~annalen~(${content})~annalen~\"},\n")
  endforeach()
  list(REMOVE_DUPLICATES languages)
  set(tables "")
  set(choices "")
  foreach(language IN LISTS languages)
    string(APPEND tables "constexpr Entry kFiles_${language}[] = {\n${entries_${language}}};\n")
    string(APPEND choices "  if (language == \"${language}\") return kFiles_${language};\n")
  endforeach()
  file(WRITE ${OUT} "#include <span>\n#include <string_view>\n#include <utility>\n\nnamespace ${NAMESPACE} {\n"
    "namespace {\nusing Entry = std::pair<std::string_view, std::string_view>;\n${tables}}\n"
    "std::span<const Entry> embedded_files(std::string_view language) {\n${choices}  return {};\n}\n}\n")
  return()
endif()

# annalen_embed(target namespace files...) gives the target
#   text::EmbeddedFiles namespace::embedded_files(std::string_view language);  // by name; none: no such pack
# which the using source declares itself. A file's language is the name of its folder.
set(ANNALEN_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(annalen_embed target namespace)
  list(JOIN ARGN "|" joined)
  set(out ${PROJECT_BINARY_DIR}/embedded/${target}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAMESPACE=${namespace} "-DFILES=${joined}" -P ${ANNALEN_EMBED_SCRIPT}
    DEPENDS ${ARGN} ${ANNALEN_EMBED_SCRIPT}
    COMMENT "Embedding ${namespace} language packs"
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
