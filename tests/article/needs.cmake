target_link_libraries(test_${name} PRIVATE nlohmann_json::nlohmann_json)
target_compile_definitions(test_${name} PRIVATE DOCTEST_CONFIG_TREAT_CHAR_STAR_AS_STRING)
