# shellcheck shell=bash disable=SC2154 # Sourced by ../blue-green.sh.
# Who gets the traffic: the selectors of the stable Services, and the canary Ingress.

# move_traffic COLOR: one patch for each stable Service that does not select the colour yet. The inner ones go first; the order does not
# matter to a caller, because a colour talks to nobody but itself.
move_traffic() {
  local component patch now
  for component in "${components[@]}"; do
    patch=$(selection "$component" "$1")
    now=${selector[$component-service]:-null}
    if jq -ne --argjson patch "$patch" --argjson now "$now" \
      '$now != null and ($now + $patch | with_entries(select(.value))) == $now' >/dev/null; then continue; fi
    change "move $component-service to $(name_of "$1")" patch service "$component-service" --type merge \
      --field-manager "$manager" --patch "{\"spec\":{\"selector\":$patch}}"
  done
}

# selection COMPONENT COLOR: what makes a selector choose a colour. A set that was installed without a colour has no label that the
# colours lack, but the hash of its pod template; without it the Service would choose the pods of every colour.
selection() {
  local hash
  if [ "$2" != none ]; then
    echo "{\"vision/color\":\"$2\",\"pod-template-hash\":null}"
  elif [ -n "${deployed[$1-deployment]+there}" ]; then
    hash=$(template_hash "$1") && [ -n "$hash" ] || fail "The ReplicaSet of $1-deployment is not found."
    echo "{\"vision/color\":null,\"pod-template-hash\":\"$hash\"}"
  else
    echo '{"vision/color":"none","pod-template-hash":null}'
  fi
}

# template_hash COMPONENT: of the pods that the Deployment without a colour has now.
template_hash() {
  kube get replicasets.apps --selector "app.kubernetes.io/instance=$release,app.kubernetes.io/component=$1,!vision/color" --output json |
    jq -r --arg name "$1-deployment" --arg revision "${revision[$1-deployment]}" '.items[] | .metadata
      | select(any(.ownerReferences[]?; .name == $name)
          and .annotations["deployment.kubernetes.io/revision"] == $revision) | .labels["pod-template-hash"]'
}

# set_canary WEIGHT
set_canary() {
  render_canary "$to" "$1"
  if [ -n "$dry_run" ]; then jq . "$work/canary.json"; fi
  apply "send $1 % of the requests to $to" "$work/canary.json"
}

remove_canary() {
  if [ ${#canaries[@]} -gt 0 ]; then change "remove the canary" delete --wait=false "${canaries[@]}"; fi
}
