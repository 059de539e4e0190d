# The program itself is what these tests run.
add_dependencies(test_tools annalen)
target_link_libraries(test_tools PRIVATE annalen_base nlohmann_json::nlohmann_json)
target_compile_definitions(test_tools PRIVATE DOCTEST_CONFIG_TREAT_CHAR_STAR_AS_STRING)
