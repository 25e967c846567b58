# Runs one process of the AppHost in a session of its own, and ends it when the AppHost lets go of this script's standard
# input: on purpose, after writing how many seconds of grace the process has, or because the AppHost is gone.
#   $1    how many bytes of standard input belong to the process
#   $2..  its command
bytes=$1
shift
exec 3<&0
trap : TERM INT HUP

if [ "$bytes" -gt 0 ]; then
  input=$(head -c "$bytes" <&3)
  printf '%s\n' "$input" | "$@" 3<&- &
else
  "$@" </dev/null 3<&- &
fi
child=$!

(
  trap '' TERM INT HUP
  gone=
  # Somebody must be left to kill the process within five seconds of the AppHost's end.
  read -r grace <&3 || { gone=1 grace=2; }
  kill -TERM "$child"
  tenths=$((grace * 10))
  while [ "$tenths" -gt 0 ] && kill -0 "$child"; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
  if [ -n "$gone" ] || kill -0 "$child"; then
    kill -KILL 0
  fi
) >/dev/null 2>&1 &
guard=$!

# A signal interrupts the wait without ending the process, so it is asked again.
code=0
while kill -0 "$child" 2>/dev/null; do
  wait "$child"
  code=$?
done
kill -KILL "$guard" 2>/dev/null
exit "$code"
