# shellcheck shell=bash disable=SC2154 # Sourced by ../blue-green.sh.
# One run at a time: a Lease whose holder renews it. A run that was killed stops renewing, and its lease runs out.

lock_holder=''
lock_keeper=''

take_lock() {
  [ -z "$dry_run" ] || return 0
  local me lease started
  me=$HOSTNAME-$$-$RANDOM
  started=$(now)
  read_microseconds "$lock_expiry"
  local seconds=$(((microseconds + 999999) / 1000000))
  lease=$(kube get lease blue-green --ignore-not-found --output json)
  if [ -z "$lease" ]; then
    jq -n --arg holder "$me" --arg now "$(timestamp "$started")" --argjson seconds "$seconds" '{
        apiVersion: "coordination.k8s.io/v1", kind: "Lease", metadata: {name: "blue-green"},
        spec: {holderIdentity: $holder, leaseDurationSeconds: $seconds, acquireTime: $now, renewTime: $now}}' |
      kube create --field-manager "$manager" -f - >/dev/null || fail "Another run has taken the lock at the same moment."
  else
    refuse_if_held "$lease" "$started"
    # The tests make sure that nobody else has taken the lease since it was read.
    kube patch lease blue-green --type json --field-manager "$manager" --patch "$(jq --arg holder "$me" --arg now "$(timestamp "$started")" \
      --argjson seconds "$seconds" '[
        {op: "test", path: "/spec/holderIdentity", value: (.spec.holderIdentity // "")},
        {op: "test", path: "/spec/renewTime", value: .spec.renewTime}, {op: "replace", path: "/spec/holderIdentity", value: $holder},
        {op: "replace", path: "/spec/leaseDurationSeconds", value: $seconds}, {op: "replace", path: "/spec/acquireTime", value: $now},
        {op: "replace", path: "/spec/renewTime", value: $now}]' <<<"$lease")" >/dev/null ||
      fail "Another run has taken the lock at the same moment."
  fi
  lock_holder=$me
  keep_lock &
  lock_keeper=$!
}

# refuse_if_held LEASE MICROSECONDS
refuse_if_held() {
  local holder until
  holder=$(jq -r '.spec.holderIdentity // ""' <<<"$1")
  until=$(jq -r '(.spec.renewTime | sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601) + 1 + .spec.leaseDurationSeconds' <<<"$1")
  if [ -n "$holder" ] && [ $((until * 1000000)) -gt "$2" ]; then
    fail "Another run ($holder) is under way. If it was killed, its lock runs out at $(TZ=UTC printf '%(%H:%M:%S)T' "$until") UTC."
  fi
}

# Renews the lock in the background, and ends the run when it was lost. Once the run has gone (even by kill -9) it ends what is left of it.
keep_lock() {
  local run=$$ pause door
  trap - EXIT INT TERM
  exec >/dev/null
  read_microseconds "$lock_expiry"
  pause=$(printf '%d.%06d' $((microseconds / 3000000)) $((microseconds / 3 % 1000000)))
  while wait_quietly "$pause"; do
    if ! kill -0 "$run" 2>/dev/null; then
      door=$(cat "$work/door.pid" 2>/dev/null) && kill "$door"
      rm -rf "$work"
      return
    fi
    if ! renew_lock 2>"$work/renewal" && grep -qi 'the server rejected\|invalid\|not found\|test failed' "$work/renewal"; then
      echo "blue-green: The lock was lost to another run." >&2
      touch "$work/lost"
      kill -TERM "$run"
      return
    fi
  done
}

# wait_quietly SECONDS: without a process that would outlive this one.
wait_quietly() {
  local nothing
  exec {nothing}<> <(:)
  read -rt "$1" -u "$nothing" || true
  exec {nothing}>&-
}

renew_lock() {
  kube patch lease blue-green --type json --field-manager "$manager" --patch "$(jq -n --arg holder "$lock_holder" --arg now "$(timestamp "$(now)")" \
    '[{op: "test", path: "/spec/holderIdentity", value: $holder}, {op: "replace", path: "/spec/renewTime", value: $now}]')"
}

release_lock() {
  [ -n "$lock_holder" ] || return 0
  kill "$lock_keeper" 2>/dev/null || true
  wait "$lock_keeper" 2>/dev/null || true
  kube patch lease blue-green --type json --field-manager "$manager" --patch "$(jq -n --arg holder "$lock_holder" \
    '[{op: "test", path: "/spec/holderIdentity", value: $holder}, {op: "replace", path: "/spec/holderIdentity", value: ""}]')" >/dev/null ||
    echo "blue-green: The lock could not be given back; it runs out after $lock_expiry." >&2
  lock_holder=''
}
