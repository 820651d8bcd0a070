# Run by cpack when the files of a package are in their folder, and again when the package is made: neither the umask nor
# the user nor the order of files on the disk may show in it.
if(NOT CPACK_PACKAGE_FILES)
  execute_process(COMMAND chmod -R u=rwX,go=rX ${CPACK_TEMPORARY_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
elseif(CPACK_GENERATOR STREQUAL TGZ)
  get_filename_component(folder ${CPACK_TEMPORARY_DIRECTORY} DIRECTORY)
  get_filename_component(name ${CPACK_TEMPORARY_DIRECTORY} NAME)
  execute_process(
    COMMAND tar --create --format=gnu --sort=name --owner=root:0 --group=root:0 --mtime=@$ENV{SOURCE_DATE_EPOCH} -C ${folder} ${name}
    COMMAND gzip -9n
    OUTPUT_FILE ${CPACK_PACKAGE_FILES}
    COMMAND_ERROR_IS_FATAL ANY)
endif()
