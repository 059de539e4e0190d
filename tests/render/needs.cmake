target_link_libraries(test_${name} PRIVATE nlohmann_json::nlohmann_json)
