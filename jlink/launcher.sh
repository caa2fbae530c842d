#!/bin/sh
# Starts @MAIN@ with the java of image-@IMAGE@, which lies beside the folder image.
# The JVM's options are inside the image; JDK_JAVA_OPTIONS adds to them.
self=$0
while [ -L "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=$(dirname "$self")/$target ;;
  esac
done
java=$(CDPATH='' cd -- "$(dirname -- "$self")/../.." && pwd -P)/image-@IMAGE@/bin/java
if [ ! -x "$java" ]; then
  echo "$(basename -- "$0"): there is no $java; \`make image\` builds it" >&2
  exit 1
fi
exec "$java" -m @MAIN@ "$@"
