# shellcheck shell=bash disable=SC2154,SC2034 # Sourced by ../blue-green.sh.
# The command deploy: phases that can each be begun again.

phases=(deploying testing measuring canary switching watching)

run_deploy() {
  render_chart
  look
  if is_served; then return; fi
  take_lock
  look
  if is_served; then return; fi
  local begin=deploying step reached=''
  decide
  digest=$rendered_digest
  say "Deploying as $to; $(name_of "$from") is active."
  open_door
  for step in "${phases[@]}"; do
    if [ "$step" = "$begin" ]; then reached=1; fi
    if [ -z "$reached" ]; then continue; fi
    "do_$step"
  done
  enter 'done'
  say_done "$to is active."
  if there_is "$from"; then say_done "$(name_of "$from") is kept: deploy/blue-green.sh rollback moves back to it, cleanup deletes it."; fi
}

# is_served: whether the active colour was made from the same input, and nothing is under way.
is_served() {
  local active lacking
  active=$(active_color)
  if is_under_way || [[ $active != @(blue|green) ]] || ! is_made_from "$active" "$rendered_digest"; then return 1; fi
  lacking=$(unready_of "$active")
  [ -z "$lacking" ] || fail "$active serves this already, but is not ready:" $lacking
  say "Nothing to do: $active serves this already."
}

# decide: where to begin, from what the last run has left.
decide() {
  if ! is_under_way; then
    from=$(active_color)
    [ "$from" != mixed ] || fail "The stable Services select different colours. Say which: deploy/blue-green.sh rollback --to COLOR"
    to=$(other_color "$from") reason='' canary_weight='' measured=''
  elif [ "$digest" = "$rendered_digest" ] && [ "$phase" != returning ]; then
    say "Going on where the last run was cut off: $phase."
    begin=$phase
    if [ "$begin" != deploying ]; then wait_for_rollouts; fi
  else
    say "The last run was cut off at $phase."
    finish_return
    [ "$digest" != "$rendered_digest" ] || fail "Rolled back to $(name_of "$from"): $reason."
    reason='' canary_weight='' measured=''
  fi
}

do_deploying() {
  enter deploying
  if [ "$from" = none ] && there_is none; then
    move_traffic none
    refresh
  fi
  render_shared
  render_color "$to"
  if [ -n "$dry_run" ]; then
    jq . "$work/shared.json"
    cat "$work/$to.yaml"
  fi
  apply "apply what both colours share and the colour $to" "$work/shared.json" "$work/$to.yaml"
  prune
  wait_for_rollouts
}

# Deletes what an earlier deployment of this colour had and this one has not.
prune() {
  local names
  kube get "$color_kinds" --selector "app.kubernetes.io/instance=$release,vision/color=$to" --output json >"$work/there.json"
  mapfile -t names < <(jq -r --slurpfile made "$work/$to/objects.json" --arg suffix "$(suffix "$to")" '
    [$made[0].items[] | "\(.kind)/\(.metadata.name)\($suffix)"] as $made
    | .items[] | "\(.kind)/\(.metadata.name)" | select(IN($made[]) | not)' "$work/there.json")
  if [ ${#names[@]} -gt 0 ]; then change "delete what $to has no more" delete --wait=false "${names[@]}"; fi
}

wait_for_rollouts() {
  local component
  for component in "${components[@]}"; do
    if would "wait until $component-deployment$(suffix "$to") is rolled out"; then continue; fi
    if ! kube rollout status "deployment/$component-deployment$(suffix "$to")" --timeout "$(in_seconds "$timeout")s"; then
      kube get pods --selector "app.kubernetes.io/instance=$release,vision/color=$to" >&2 || true
      give_up "$component-deployment$(suffix "$to") did not become ready within $timeout"
    fi
  done
}

do_testing() {
  enter testing
  if would "analyse a photo and fetch the page through the services of $to"; then return; fi
  smoke_test "$to" || give_up "the smoke test failed: $reason"
}

do_measuring() {
  there_is "$from" || return 0
  enter measuring
  if would "measure $from for $baseline"; then return; fi
  say "Measuring $(name_of "$from") for $baseline."
  measure api-service "$from" "$baseline"
}

do_canary() {
  local weight last=$canary_weight
  if [ ${#canary_weights[@]} -eq 0 ]; then return; fi
  jq -e 'any(.[]; .kind == "Ingress")' "$work/all.json" >/dev/null || give_up "the chart has no Ingress for a canary"
  for weight in "${canary_weights[@]}"; do
    # A run that was cut off goes on with the weight that it was at.
    if [ -n "$last" ] && [ "$weight" != "$last" ]; then continue; fi
    last='' canary_weight=$weight
    enter canary
    set_canary "$weight"
    if would "watch it for $canary_watch"; then continue; fi
    say "$to gets $weight % of the requests and is watched for $canary_watch."
    observe "api-service$(suffix "$to")" "$to" "$canary_watch" || give_up "$reason"
  done
}

do_switching() {
  enter switching
  refresh
  move_traffic "$to"
  remove_canary
}

do_watching() {
  enter watching
  if would "watch $to for $watch, and move back to $(name_of "$from") if it is worse"; then return; fi
  say "$to has the traffic and is watched for $watch."
  observe api-service "$to" "$watch" || go_back "$reason"
}

# give_up REASON: before the switch. A run that goes on after it moves back.
give_up() {
  case $phase in switching | watching) go_back "$1" ;; esac
  reason=$1
  refresh
  remove_canary
  enter failed
  fail "$to was not made active: $reason. $(name_of "$from") is active as before."
}

# go_back REASON: after it.
go_back() {
  reason=$1
  say "Moving back: $reason."
  enter returning
  finish_return
  fail "Rolled back to $(name_of "$from"): $reason."
}

# The traffic to where it came from, whatever phase the run was in.
finish_return() {
  refresh
  move_traffic "$from"
  remove_canary
  enter rolled-back
}
