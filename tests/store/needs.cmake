# Fault injection speaks to RocksDB itself; damaged stores are made behind the store's back.
target_link_libraries(test_${name} PRIVATE RocksDB::rocksdb-shared)
find_program(ANNALEN_CAPNP capnp REQUIRED)
target_compile_definitions(test_${name} PRIVATE ANNALEN_CAPNP="${ANNALEN_CAPNP}")
