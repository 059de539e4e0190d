# The program itself is what these tests run.
add_dependencies(test_tools annalen tag_text)
target_link_libraries(test_tools PRIVATE annalen_base nlohmann_json::nlohmann_json)
