#!/bin/sh
# What `make run` does: build, get data, train, serve until Ctrl-C. From the repository's root.
#   DATA=FILE   learn from this sales CSV, in place; default: sales that shelfcast-datagen makes up
#   PORT=8000   where to serve
#   ARGS=...    more flags for shelfcast-train: ARGS="--known price,promo --gaps zero"
# The model goes to var/store; for DATA=dir/NAME.csv to var/sales-NAME, since a model is only to be
# compared with earlier ones of the same sales: files of one name in two folders share it. Each step
# writes all or nothing, hence this can be interrupted anywhere and started again. A step that fails
# ends this with its exit code.
set -eu

port=${PORT:-8000}
data=${DATA:-}
bin=build/image/bin

"$JAVA_HOME/bin/java" config/FreePort.java "$port"

if [ -z "$data" ]; then
  folder=var/store
elif [ -f "$data" ]; then
  name=$(basename "$data" .gz)
  folder=var/sales-$(printf %s "${name%.csv}" | tr -c 'A-Za-z0-9._-' _)
else
  echo "make run: DATA=$data is no file" >&2
  exit 2
fi
store=file:./$folder

"${MAKE:-make}" --no-print-directory image

# ARGS is the user's own command line: let the shell read its quotes.
eval "set -- ${ARGS:-}"
if [ -n "$data" ]; then
  set -- --data "$data" "$@"
elif [ ! -f "$folder/data/raw/sales.csv" ]; then
  "$bin/shelfcast-datagen" --store "$store"
fi

trained=0
"$bin/shelfcast-train" --store "$store" "$@" || trained=$?
case $trained in
  0) ;;
  4)
    echo "make run: the new model lost against the champion in $folder, which stays and is served" >&2
    [ -z "$data" ] || echo "(if that one learnt from another file of this name, rename yours)" >&2
    ;;
  *) exit "$trained" ;;
esac

# The server runs behind a pipe that carries its one line, {"listening":PORT}. In the background
# it is deaf to Ctrl-C, hence is told by TERM, and drains before it ends.
ready=$(mktemp -d)
trap 'rm -rf "$ready"' EXIT
mkfifo "$ready/line"
stopped=
"$bin/shelfcast-serve" --store "$store" --port "$port" >"$ready/line" &
server=$!
trap 'stopped=yes; kill -TERM "$server" 2>/dev/null || :' INT TERM HUP

if read -r line <"$ready/line" && [ -n "$line" ]; then
  port=$(expr "$line" : '{"listening":\([0-9]*\)}')
  cat <<END

Shelfcast answers at http://localhost:$port/ (Ctrl-C stops it). Try:

  curl http://localhost:$port/health
  curl -X POST http://localhost:$port/predict -d '{"lag_1": 300, "rolling_mean_7": 300}'

END
fi

# wait returns early when a signal arrives: ask again until the server has ended.
status=0
wait "$server" || status=$?
while kill -0 "$server" 2>/dev/null; do
  status=0
  wait "$server" || status=$?
done
[ -z "$stopped" ] || status=0
exit "$status"
