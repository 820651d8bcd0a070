# Debian 12 ships every dependency; FIND_PACKAGE_ARGS takes it from there. A build elsewhere fetches the same
# versions, each pinned by the digest of its archive.
include(FetchContent)
find_package(Threads REQUIRED)
# Found here, because targets that find_package() makes in a subfolder are unknown to the others.
find_package(nlohmann_json REQUIRED)
find_package(fmt REQUIRED)
