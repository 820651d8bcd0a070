# Debian 12 ships every dependency; FIND_PACKAGE_ARGS takes it from there. A build elsewhere fetches the same
# versions, each pinned by the digest of its archive.
include(FetchContent)
find_package(Threads REQUIRED)
