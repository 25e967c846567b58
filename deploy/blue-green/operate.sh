# shellcheck shell=bash disable=SC2154,SC2034 # Sourced by ../blue-green.sh.
# The commands rollback, status and cleanup.

run_rollback() {
  take_lock
  look
  local active goal
  active=$(active_color)
  goal=$(rollback_goal "$active")
  if [ "$goal" = "$active" ] && ! is_under_way; then
    say "$goal is active already."
    return
  fi
  check_ready "$goal" "$active"
  if ! is_under_way || [ "$from" != "$goal" ]; then to=$active; fi
  from=$goal reason=${reason:-by hand}
  enter returning
  finish_return
  say_done "$(name_of "$goal") is active."
}

# rollback_goal ACTIVE: the other colour of the last deployment; while one is under way, that from which it goes.
rollback_goal() {
  if [ -n "$target" ]; then
    echo "$target"
  elif is_under_way; then
    echo "$from"
  elif [ "$phase" = failed ]; then
    fail "The last deployment failed before the switch: $1 is active as before. To go to $to all the same: rollback --to $to"
  elif [ -z "$phase" ] || [ "$1" = mixed ]; then
    fail "There is no deployment to roll back."
  elif [ "$1" = "$to" ]; then
    echo "$from"
  else
    echo "$to"
  fi
}

# check_ready GOAL ACTIVE
check_ready() {
  local lacking
  if ! there_is "$1"; then
    # A first deployment that is under way has nothing before it; the traffic is withdrawn then.
    if is_under_way && [ "$1" = none ] && [ -z "$target" ]; then return; fi
    fail "$(name_of "$1") is not there to go back to."
  fi
  [ "$(deployments_of "$1" | wc -l)" -eq ${#components[@]} ] || fail "$1 is not complete."
  lacking=$(unready_of "$1")
  [ -z "$lacking" ] || fail "$1 is not ready:" $lacking
}

run_status() {
  look
  local active color component
  active=$(active_color)
  echo "Active: $active"
  if [ "$active" = mixed ]; then
    for component in "${components[@]}"; do echo "  $component-service: ${selected[$component-service]:-not there}"; done
  fi
  echo "Phase: ${phase:-no deployment yet}${phase:+ (from $from to $to, at ${state[updated]})}${reason:+, because $reason}"
  for color in blue green none; do
    tell_color "$color" "$active"
  done
}

# tell_color COLOR ACTIVE
tell_color() {
  local name use=idle readiness=ready
  there_is "$1" || return 0
  if [ "$1" = "$2" ]; then use=active; fi
  if [ -n "$(unready_of "$1")" ]; then readiness='not ready'; fi
  echo "$1: $use, $readiness"
  for name in $(deployments_of "$1"); do
    echo "  $name ${pods[$name]} ${images[$name]}"
  done
}

run_cleanup() {
  look
  local active names
  active=$(active_color)
  if is_under_way || [ "$active" = mixed ]; then fail "A deployment is under way ($phase). Run deploy again, or rollback."; fi
  idle_objects "$active"
  if [ ${#names[@]} -eq 0 ]; then
    say "There is nothing idle."
    return
  fi
  if [ -z "$confirmed$dry_run" ]; then
    printf '%s\n' "${names[@]}"
    wrong_usage "These would be deleted; $(name_of "$active") stays. Say --yes to do it."
  fi
  take_lock
  look
  [ "$active" = "$(active_color)" ] && ! is_under_way || fail "Another run has acted meanwhile."
  delete_idle "$active"
  if [ "$active" = none ] && there_is none; then unpin; fi
  say_done "$(name_of "$active") is all that is left."
}

# idle_objects ACTIVE: sets names to what belongs to another set than the active one. Services without a colour are the stable ones.
idle_objects() {
  local color=$1
  if [ "$1" = none ] && ! there_is none; then color=''; fi
  kube get "$color_kinds" --output json \
    --selector "app.kubernetes.io/instance=$release,app.kubernetes.io/component in (api,inference,web)" >"$work/there.json"
  mapfile -t names < <(jq -r --arg active "$color" '.items[] | (.metadata.labels["vision/color"] // "none") as $color
    | select($color != $active and ($color != "none" or (.kind | IN("Service", "Ingress") | not)))
    | "\(.kind)/\(.metadata.name)"' "$work/there.json")
}

# delete_idle ACTIVE: first the Deployments, until their last pod has gone: a selector without a colour would choose it.
delete_idle() {
  local name workloads=() rest=()
  for name in "${names[@]}"; do
    if [[ $name = Deployment/* ]]; then workloads+=("$name"); else rest+=("$name"); fi
  done
  if [ ${#workloads[@]} -gt 0 ]; then
    change "delete what is not of $(name_of "$1")" delete --cascade=foreground --timeout "$(in_seconds "$timeout")s" "${workloads[@]}"
  fi
  if [ ${#rest[@]} -gt 0 ]; then
    change "delete what belongs to it" delete --wait=false "${rest[@]}"
  fi
}

# With no other pods left the set without a colour needs no hash in the selectors: they become what they were at first.
unpin() {
  local component
  for component in "${components[@]}"; do
    change "take the hash out of $component-service" patch service "$component-service" --type merge --field-manager "$manager" \
      --patch '{"spec":{"selector":{"pod-template-hash":null}}}'
  done
}
