# shellcheck shell=bash disable=SC2154 # Sourced by ../blue-green.sh.
# What the cluster has, and the one way to change it. Everything that a run must know later is in the cluster: the selectors of the
# stable Services, the Deployments, and the ConfigMap blue-green-state.

components=(inference api web)
manager=blue-green
# The kinds that a colour has of its own.
color_kinds=deployments.apps,services,configmaps,secrets,ingresses.networking.k8s.io
color_kinds+=,horizontalpodautoscalers.autoscaling,poddisruptionbudgets.policy

# What was seen last. By the name of a Service: the colour that it selects, and its selector. By the name of a Deployment: the digest that
# it was made from, its revision, its pods that are available of how many, its images; and itself, if not all its pods are ready.
declare -A selected selector deployed revision pods images unready
# The state as it was written down, and the canaries.
declare -A state
canaries=()

kube() {
  "$KUBECTL" ${context:+--context "$context"} --namespace "$namespace" "$@"
}

# change SENTENCE ARGUMENTS…: the only door to a change; a dry run stops here.
change() {
  local sentence=$1
  shift
  if [ -n "$dry_run" ]; then
    echo "Would $sentence: kubectl $*"
    return
  fi
  [ ! -e "$work/lost" ] || fail "The lock was lost to another run; nothing more is changed."
  kube "$@"
}

# apply SENTENCE FILE…
apply() {
  local sentence=$1 files=()
  shift
  while [ $# -gt 0 ]; do
    files+=(-f "$1")
    shift
  done
  change "$sentence" apply --server-side --field-manager "$manager" --force-conflicts "${files[@]}"
}

# would SENTENCE: true, and told, in a dry run.
would() {
  [ -n "$dry_run" ] && echo "Would $*"
}

# Reads what the cluster has now. One jq for all of it: its start takes longer than its work.
refresh() {
  kube get deployments.apps,services,configmaps,ingresses.networking.k8s.io --output json \
    --selector "app.kubernetes.io/instance=$release" >"$work/live.json" || fail "The namespace $namespace cannot be read."
  selected=() selector=() deployed=() revision=() pods=() images=() unready=() state=() canaries=()
  eval "$(jq -r '.items[] | (.metadata.name | @sh) as $name
    | if .kind == "Service" then "selected[\($name)]=\(.spec.selector["vision/color"] // "none" | @sh)",
          "selector[\($name)]=\(.spec.selector | tojson | @sh)"
      elif .kind == "Deployment" then (.spec.replicas // 1) as $wanted | (.status.availableReplicas // 0) as $available
        | "deployed[\($name)]=\(.metadata.annotations["vision/digest"] // "" | @sh)",
          "revision[\($name)]=\(.metadata.annotations["deployment.kubernetes.io/revision"] // "" | @sh)",
          "pods[\($name)]=\("\($available)/\($wanted)" | @sh)",
          "images[\($name)]=\([.spec.template.spec.containers[].image] | join(", ") | @sh)",
          (select((.status.observedGeneration // 0) < .metadata.generation or (.status.updatedReplicas // 0) < $wanted or $available < $wanted)
            | "unready[\($name)]=1")
      elif .kind == "Ingress" then select(.metadata.labels["vision/color"]) | "canaries+=(ingress.networking.k8s.io/\($name))"
      elif .metadata.name == "blue-green-state" then .data | to_entries[] | "state[\(.key | @sh)]=\(.value | @sh)"
      else empty end' "$work/live.json")"
}

# The same, and what the last run has left.
look() {
  refresh
  phase=${state[phase]:-} from=${state[from]:-} to=${state[to]:-} digest=${state[digest]:-} reason=${state[reason]:-}
  canary_weight=${state[canaryWeight]:-} measured=${state[measured]:-}
}

# The colour that all the stable Services select; "mixed" when they differ, "none" when they name none or are not there.
active_color() {
  local component color=''
  for component in "${components[@]}"; do
    if [ -n "$color" ] && [ "$color" != "${selected[$component-service]:-none}" ]; then
      echo mixed
      return
    fi
    color=${selected[$component-service]:-none}
  done
  echo "$color"
}

# suffix COLOR: what the names of its objects end in.
suffix() {
  [ "$1" = none ] || echo "-$1"
}

other_color() {
  if [ "$1" = blue ]; then echo green; else echo blue; fi
}

# deployments_of COLOR: the names of those that are there.
deployments_of() {
  local component name
  for component in "${components[@]}"; do
    name=$component-deployment$(suffix "$1")
    if [ -n "${deployed[$name]+there}" ]; then echo "$name"; fi
  done
}

there_is() {
  [ -n "$(deployments_of "$1")" ]
}

# name_of COLOR: for people. "none" is what was installed without a colour, or nothing at all.
name_of() {
  if [ "$1" != none ]; then
    echo "$1"
  elif there_is none; then
    echo "the set without a colour"
  else
    echo "nothing"
  fi
}

# unready_of COLOR: the Deployments that have not all their pods up to date and available.
unready_of() {
  local name
  for name in $(deployments_of "$1"); do
    if [ -n "${unready[$name]:-}" ]; then echo "$name (${pods[$name]})"; fi
  done
}

# is_made_from COLOR DIGEST: whether all its Deployments are.
is_made_from() {
  local name
  there_is "$1" || return 1
  for name in $(deployments_of "$1"); do
    [ "${deployed[$name]}" = "$2" ] || return 1
  done
}

# is_under_way: whether the last run has not come to an end.
is_under_way() {
  case $phase in deploying | testing | measuring | canary | switching | watching | returning) true ;; *) false ;; esac
}

# enter PHASE: writes it down before its work begins, so that a run that is cut off goes on there.
enter() {
  phase=$1
  if would "note the phase $1 (from $from to $to) in the ConfigMap blue-green-state"; then return; fi
  jq -n --arg phase "$phase" --arg from "$from" --arg to "$to" --arg digest "$digest" --arg reason "$reason" --arg release "$release" \
    --arg canaryWeight "$canary_weight" --arg measured "$measured" --arg updated "$(timestamp "$(now)")" '{apiVersion: "v1", kind: "ConfigMap",
      metadata: {name: "blue-green-state", labels: {"app.kubernetes.io/instance": $release, "app.kubernetes.io/managed-by": "blue-green"}},
      data: {$phase, $from, $to, $digest, $reason, $canaryWeight, $measured, $updated}}' |
    apply "note the phase $phase" - >/dev/null
}
