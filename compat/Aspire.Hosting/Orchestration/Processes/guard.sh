# Runs one process of the AppHost in a session of its own, and ends it when the AppHost lets go of this script's standard
# input: on purpose, after writing how many seconds of grace the process has, or because the AppHost is gone.
#   $1    how many bytes of standard input belong to the process
#   $2..  its command
bytes=$1
shift
exec 3<&0

# Started before any trap is set: a signal that comes before the command itself runs would end in the trap, and be lost.
if [ "$bytes" -gt 0 ]; then
  input=$(head -c "$bytes" <&3)
  printf '%s\n' "$input" | "$@" 3<&- &
else
  "$@" </dev/null 3<&- &
fi
child=$!

gone=
trap : TERM INT HUP
trap gone=1 USR1

(
  trap '' TERM INT HUP USR1
  # Somebody must be left to kill the process within five seconds of the AppHost's end.
  read -r grace <&3 || { gone=1 grace=1; kill -USR1 $$; }
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

# The shell remembers the code of a process that has ended before the wait, so the wait comes first. A signal interrupts it
# without ending the process, so it is asked again.
while
  wait "$child"
  code=$?
  kill -0 "$child" 2>/dev/null
do :; done

# What the process has started is ended by the AppHost, or by us when there is none any more.
[ -z "$gone" ] || kill -KILL 0
kill -KILL "$guard" 2>/dev/null
exit "$code"
