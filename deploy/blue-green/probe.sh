# shellcheck shell=bash disable=SC2154,SC2034 # Sourced by ../blue-green.sh.
# Questions to the services, through the service proxy of the API server: no pod, port or Ingress is needed for them. "kubectl proxy" and
# curl rather than "kubectl create --raw", which can send neither a key nor Cache-Control (the colours share a cache, so that a new colour
# would pass a test by an answer of the old one), and whose own start would be most of the time that is measured.

door_keeper=''
key_header=()

open_door() {
  [ -z "$dry_run" ] || return 0
  if [ -n "$api_key_file" ]; then
    printf 'X-Api-Key: %s\n' "$(<"$api_key_file")" >"$work/key"
    key_header=(--header "@$work/key")
  fi
  "$KUBECTL" ${context:+--context "$context"} proxy --unix-socket "$work/door" \
    --accept-paths '^/api/v1/namespaces/[^/]+/services/[^/]+/proxy/' >/dev/null &
  door_keeper=$!
  echo "$door_keeper" >"$work/door.pid"
  local end=$(($(now) + 10000000))
  until [ -S "$work/door" ]; do
    if [ "$(now)" -gt "$end" ]; then fail "kubectl proxy does not start."; fi
    sleep 0.02
  done
}

close_door() {
  [ -n "$door_keeper" ] || return 0
  kill "$door_keeper" 2>/dev/null || true
  wait "$door_keeper" 2>/dev/null || true
  door_keeper=''
}

# call SERVICE PATH ARGUMENTS…: sets code and took (seconds), and leaves the body in the file answer.
call() {
  local figures
  figures=$(curl --silent --unix-socket "$work/door" --max-time "$(in_seconds "$probe_timeout")" --output "$work/answer" \
    --write-out '%{http_code} %{time_total}' "${@:3}" "http://localhost/api/v1/namespaces/$namespace/services/http:$1:8080/proxy/$2") || true
  read -r code took <<<"$figures"
}

# analyse SERVICE: sets outcome to answered, refused (for the quota, which says nothing about the colour) or failed.
analyse() {
  rm -f "$work/answer"
  call "$1" api/analyze --header 'Content-Type: image/jpeg' --header 'Cache-Control: no-store' "${key_header[@]}" --data-binary "@$smoke_image"
  case $code in
    200) if jq -e '.labels | length > 0' "$work/answer" >/dev/null 2>&1; then outcome=answered; else outcome=failed; fi ;;
    429) outcome=refused ;;
    *) outcome=failed ;;
  esac
}

# smoke_test COLOR: asks its own services for their readiness, the page and an analysis; sets reason when one does not come. The engine
# may be called by the API alone (a network policy sees to that): the kubelet has asked it, and the analysis is its work.
smoke_test() {
  local component suffix
  suffix=$(suffix "$1")
  for component in api web; do
    repeatedly answers "$component-service$suffix" health/ready || return 1
  done
  repeatedly answers "web-service$suffix" '' || return 1
  repeatedly labels_photo "api-service$suffix" || return 1
  say "The photo was labelled: $(jq -r '[.labels[] | "\(.name) \(.confidence * 100 | round) %"] | join(", ")' "$work/answer")"
}

# repeatedly COMMAND…: three times, since the API server may learn of a new pod a moment late.
repeatedly() {
  local try
  for try in 1 2 3; do
    ! "$@" || return 0
    [ "$try" = 3 ] || sleep "$(in_seconds "$interval")"
  done
  return 1
}

answers() {
  call "$1" "$2"
  [ "$code" = 200 ] || { reason="$1 answers $code to /$2" && return 1; }
}

labels_photo() {
  analyse "$1"
  [ "$outcome" = answered ] || { reason="$1 answers $code to the analysis of a photo, or without labels" && return 1; }
}

# query PROMQL: the number that Prometheus gives, or null when it knows none.
query() {
  local where=(--unix-socket "$work/door") url
  if [ -n "$prometheus_url" ]; then
    where=() url=${prometheus_url%/}
  else
    url=http://localhost/api/v1/namespaces/${prometheus%%/*}/services/http:${prometheus#*/}/proxy
  fi
  curl --silent --show-error --fail --max-time "$(in_seconds "$probe_timeout")" "${where[@]}" --get --data-urlencode "query=$1" "$url/api/v1/query" |
    jq -e '.data.result[0].value[1] // "NaN" | if IN("NaN", "+Inf", "-Inf") then "null" else . end | fromjson' || [ "${PIPESTATUS[*]}" = '0 1' ]
}

# real_traffic COLOR SECONDS: the figures of the colour's requests in the time before now, as JSON; null where no Prometheus is asked.
real_traffic() {
  if [ -z "$prometheus$prometheus_url" ]; then echo null && return; fi
  local match=${prometheus_match//'{suffix}'/$(suffix "$1")} requests failures latency
  match=${match//'{color}'/$1}
  local counted="http_server_request_duration_seconds_count{$match,http_route=~\"/?api/.*\""
  requests=$(query "sum(increase($counted}[$2s]))") || return 1
  failures=$(query "sum(increase($counted,http_response_status_code=~\"5..\"}[$2s]))") || return 1
  latency=$(query "histogram_quantile(0.95, sum by (le) (rate(http_server_request_duration_seconds_bucket{$match,http_route=\"/api/analyze\",\
http_response_status_code=\"200\"}[$2s])))") || return 1
  jq -nc --argjson requests "$requests" --argjson failures "$failures" --argjson latency "$latency" \
    '{requests: ($requests // 0), failures: (if ($requests // 0) > 0 then ($failures // 0) / $requests else 0 end), latency: $latency}'
}
