# shellcheck shell=bash disable=SC2034 # Sourced by ../blue-green.sh; the options are read by the other parts.
# The command line.

usage() {
  cat <<'END'
Usage: deploy/blue-green.sh COMMAND [OPTIONS]

Commands:
  deploy     bring the rendered chart up as the idle colour, test it, move the traffic to it, watch it, and move back if it is worse
  rollback   move the traffic to the other colour, after checking that it is ready
  status     tell which colour is active, what both are, and how far the last deployment is
  cleanup    delete the set that is not active

Options of every command:
  --namespace NAME        namespace (vision)
  --release NAME          helm release (vision)
  --context NAME          context of the kubeconfig (the current one)
  --dry-run               tell every step and every object, change nothing (deploy, rollback, cleanup)
  --lock-expiry TIME      how long a run that was killed keeps others out (60s)

Options of deploy:
  --chart PATH            the chart; needed
  -f FILE, --set K=V, --set-string K=V, --set-file K=FILE    handed on to helm; may be repeated
  --timeout TIME          how long the pods may take to become ready, for each Deployment (10m)
  --smoke-image FILE      the JPEG that is analysed (deploy/blue-green/smoke.jpg)
  --api-key-file FILE     a key of the API for the analyses; without one they count against the quota of anonymous callers
  --probe-timeout TIME    how long one analysis may take (30s)
  --baseline TIME         how long the old colour is measured before the switch (60s)
  --watch TIME            how long the new colour is watched after the switch (120s)
  --interval TIME         between two analyses (10s: within the quota of anonymous callers)
  --canary W1,W2…         before the switch let nginx send these percentages of the requests to the new colour, one after the other
  --canary-watch TIME     how long each of them is watched (that of --watch)
  --max-error-ratio N     how much larger the share of failures may be than with the old colour (0.01)
  --max-latency-ratio N   how many times longer the answers may take than with the old colour (1.5)
  --prometheus NAMESPACE/SERVICE:PORT   also judge the real traffic, by a Prometheus in the cluster
  --prometheus-url URL                  the same by its address
  --prometheus-match M    the series of one colour; {suffix} becomes -blue, -green or nothing
                          (job="api",instance=~"api-deployment{suffix}-[^-]+-[^-]+")

Options of rollback:
  --to COLOR              blue, green or none (the set that was installed without a colour); the other colour unless told

Options of cleanup:
  --yes                   delete without being asked again

TIME is a number with ms, s, m or h. KUBECTL and HELM name the programs when they are not in the PATH.
Exit code: 0 done, 1 failed or rolled back, 2 wrong arguments.
END
}

fail() {
  echo "blue-green: $*" >&2
  exit 1
}

wrong_usage() {
  echo "blue-green: $*" >&2
  echo "See deploy/blue-green.sh --help" >&2
  exit 2
}

say() {
  printf '%(%H:%M:%S)T %s\n' -1 "$*"
}

# say_done SENTENCE: what is so after a change, which a dry run has not made.
say_done() {
  if [ -z "$dry_run" ]; then say "$@"; fi
}

read_options() {
  set_defaults
  case ${1:-} in
    deploy | rollback | status | cleanup) command=$1 ;;
    -h | --help | help) usage && exit 0 ;;
    '') usage >&2 && exit 2 ;;
    *) wrong_usage "There is no command $1." ;;
  esac
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage && exit 0 ;;
      --dry-run) dry_run=1 && shift && continue ;;
      --yes) confirmed=1 && shift && continue ;;
    esac
    [ $# -ge 2 ] || wrong_usage "$1 is no option, or its value is missing."
    read_option "$1" "$2"
    shift 2
  done
  check_options
}

set_defaults() {
  KUBECTL=${KUBECTL:-kubectl} HELM=${HELM:-helm}
  command='' namespace=vision release=vision context='' chart='' dry_run='' confirmed='' target='' canary_weights=()
  helm_arguments=() lock_expiry=60s timeout=10m smoke_image=$here/smoke.jpg api_key_file='' probe_timeout=30s
  baseline=60s watch=120s interval=10s canary_watch='' max_error_ratio=0.01 max_latency_ratio=1.5
  prometheus='' prometheus_url='' prometheus_match='job="api",instance=~"api-deployment{suffix}-[^-]+-[^-]+"'
}

read_option() {
  case $1 in
    --namespace | -n) namespace=$2 ;;
    --release) release=$2 ;;
    --context) context=$2 ;;
    --chart) chart=$2 ;;
    -f | --values) helm_arguments+=(--values "$2") ;;
    --set | --set-string | --set-file | --set-json) helm_arguments+=("$1" "$2") ;;
    --to) target=$2 ;;
    --canary) IFS=, read -ra canary_weights <<<"$2" ;;
    --lock-expiry | --timeout | --probe-timeout | --baseline | --watch | --interval | --canary-watch)
      read_microseconds "$2" || wrong_usage "$1 $2 is no time: a number with ms, s, m or h."
      set_variable "$1" "$2" ;;
    --max-error-ratio | --max-latency-ratio)
      [[ $2 =~ ^[0-9]+(\.[0-9]+)?$ ]] || wrong_usage "$1 $2 is no number."
      set_variable "$1" "$2" ;;
    --smoke-image | --api-key-file)
      [ -r "$2" ] || wrong_usage "$1 $2 cannot be read."
      set_variable "$1" "$2" ;;
    --prometheus | --prometheus-url | --prometheus-match) set_variable "$1" "$2" ;;
    *) wrong_usage "There is no option $1." ;;
  esac
}

# set_variable --some-option VALUE: the variable some_option.
set_variable() {
  local name=${1#--}
  printf -v "${name//-/_}" '%s' "$2"
}

check_options() {
  local program weight
  case $target in '' | blue | green | none) ;; *) wrong_usage "--to $target: there are blue, green and none." ;; esac
  for weight in "${canary_weights[@]}"; do
    [[ $weight =~ ^[1-9][0-9]?$|^100$ ]] || wrong_usage "--canary: $weight is no percentage from 1 to 100."
  done
  if [ -n "$prometheus" ]; then
    [[ $prometheus =~ ^([a-z0-9-]+)/([a-z0-9-]+):([a-z0-9-]+)$ ]] || wrong_usage "--prometheus $prometheus is not NAMESPACE/SERVICE:PORT."
  fi
  [ "$command" != deploy ] || [ -n "$chart" ] || wrong_usage "deploy needs --chart."
  [ "$command" != deploy ] || [ -e "$chart" ] || wrong_usage "--chart $chart is not there."
  canary_watch=${canary_watch:-$watch}
  for program in "$KUBECTL" jq; do need "$program"; done
  [ "$command" != deploy ] || for program in "$HELM" curl; do need "$program"; done
}

need() {
  command -v "$1" >/dev/null || fail "$1 is missing."
}

# read_microseconds TIME: sets microseconds. Whole numbers, because that is all that bash counts in.
read_microseconds() {
  [[ $1 =~ ^([0-9]{1,7})(\.([0-9]{1,6}))?(ms|s|m|h)$ ]] || return 1
  local whole=${BASH_REMATCH[1]} part=${BASH_REMATCH[3]}000000 unit
  case ${BASH_REMATCH[4]} in ms) unit=1000 ;; s) unit=1000000 ;; m) unit=60000000 ;; h) unit=3600000000 ;; esac
  microseconds=$((10#$whole * unit + 10#${part:0:6} * (unit / 1000) / 1000))
}

# in_seconds TIME: the time as the programs take it, such as 1.500000.
in_seconds() {
  read_microseconds "$1"
  printf '%d.%06d' $((microseconds / 1000000)) $((microseconds % 1000000))
}

# The time of day in microseconds.
now() {
  echo "${EPOCHREALTIME/[.,]/}"
}

# timestamp MICROSECONDS: as the API server writes it.
timestamp() {
  TZ=UTC printf '%(%Y-%m-%dT%H:%M:%S)T.%06dZ' $(($1 / 1000000)) $(($1 % 1000000))
}
