# shellcheck shell=bash disable=SC2154,SC2016 # Sourced by ../blue-green.sh.
# The manifests: those of the chart, parted into what both colours share and what a colour has of its own.

# Renders the chart to all.json and sets rendered_digest, by which the same input is known again.
render_chart() {
  "$HELM" template "$release" "$chart" --namespace "$namespace" --no-hooks "${helm_arguments[@]}" >"$work/all.yaml" ||
    fail "The chart cannot be rendered."
  # An empty patch, made without a server, is kubectl's way from YAML to JSON.
  "$KUBECTL" patch --local -f "$work/all.yaml" --type merge --patch '{}' --output json | jq -s . >"$work/all.json" ||
    fail "The chart renders something that is no manifest."
  read -r rendered_digest _ < <(sha256sum "$work/all.yaml")
  local missing
  missing=$(jq -r '[.[] | "\(.kind)/\(.metadata.name)"] as $there
    | $ARGS.positional[] | "Deployment/\(.)-deployment", "Service/\(.)-service" | select(IN($there[]) | not)' \
    "$work/all.json" --args "${components[@]}")
  [ -z "$missing" ] || fail "The chart lacks what blue-green deployment is about:" $missing
}

# What jq must know in every part.
parts='def is_of_color: (.kind | IN("Deployment", "Service", "ConfigMap", "Secret", "HorizontalPodAutoscaler", "PodDisruptionBudget"))
    and (.metadata.labels["app.kubernetes.io/component"] | IN("api", "inference", "web"));
  def hidden: if $hide != "" and .kind == "Secret" then (.data, .stringData | select(. != null)[]) = "hidden" else . end;'

# render_shared: what both colours share. A stable Service keeps the selector that it has in the cluster; a new one selects nothing yet.
render_shared() {
  jq --slurpfile live "$work/live.json" --arg hide "$dry_run" "$parts"'
    ($live[0].items | map(select(.kind == "Service") | {key: .metadata.name, value: .spec.selector}) | from_entries) as $selectors
    | .[] | select((is_of_color | not) or .kind == "Service") | hidden
    | if is_of_color then .spec.selector = ($selectors[.metadata.name] // (.spec.selector + {"vision/color": "none"})) else . end' \
    "$work/all.json" >"$work/shared.json"
}

# render_color COLOR: the set of one colour. Kustomize gives names, selectors and references the colour; jq does what kustomize does not:
# the addresses in the settings, as many pods as the old colour has now, and the digest, which also restarts pods when only settings change.
render_color() {
  mkdir -p "$work/$1"
  jq --slurpfile live "$work/live.json" --arg hide "$dry_run" --arg suffix "$(suffix "$1")" --arg old "$(suffix "$from")" \
    --arg digest "$rendered_digest" "$parts"'
    ([.[] | select(is_of_color and .kind == "Service") | .metadata.name] | join("|")) as $services
    | ($live[0].items | map(select(.kind == "Deployment") | {key: .metadata.name, value: (.spec.replicas // 1)}) | from_entries) as $replicas
    | def own_addresses: gsub("(?<before>^|://)(?<service>\($services))(?=[:./]|$)"; "\(.before)\(.service)\($suffix)");
      def own_values: with_entries(.value |= own_addresses);
      def encoded_own_addresses: (@base64d as $plain | ($plain | own_addresses) as $own | if $own == $plain then . else ($own | @base64) end);
      {apiVersion: "v1", kind: "List", items: map(select(is_of_color) | hidden
        | if .kind == "ConfigMap" then (.data | select(. != null)) |= own_values
          elif .kind == "Secret" then (.stringData | select(. != null)) |= own_values
            | if $hide == "" then (.data | select(. != null)) |= with_entries(.value |= encoded_own_addresses) else . end
          elif .kind == "Service" then .spec.type = "ClusterIP" | del(.spec.ports[].nodePort, .spec.clusterIP, .spec.clusterIPs, .spec.loadBalancerIP)
          elif .kind == "Deployment" then .metadata.annotations["vision/digest"] = $digest
            | .spec.template.metadata.annotations["vision/digest"] = $digest
            | .spec.replicas = ([.spec.replicas // 1, $replicas[.metadata.name + $old] // 1] | max)
            | (.spec.template.spec.containers[].env[]?.value | strings) |= own_addresses
          else . end)}' "$work/all.json" >"$work/$1/objects.json"
  cat >"$work/$1/kustomization.yaml" <<END
resources: [objects.json]
nameSuffix: $(suffix "$1")
labels:
  - pairs: {vision/color: $1}
    includeSelectors: true
    includeTemplates: true
END
  "$KUBECTL" kustomize "$work/$1" >"$work/$1.yaml" || fail "The set of $1 cannot be made."
}

# render_canary COLOR WEIGHT: a second Ingress for each of the chart's, to which nginx gives a share of the requests.
render_canary() {
  jq --arg color "$1" --arg weight "$2" --arg suffix "$(suffix "$1")" '.[] | select(.kind == "Ingress")
    | .metadata.name += "-canary" | .metadata.labels["vision/color"] = $color
    | .metadata.annotations += {"nginx.ingress.kubernetes.io/canary": "true", "nginx.ingress.kubernetes.io/canary-weight": $weight}
    | (.. | objects | select(has("service")) | .service.name | select(IN("api-service", "inference-service", "web-service"))) += $suffix' \
    "$work/all.json" >"$work/canary.json"
}
