# shellcheck shell=bash disable=SC2154,SC2034 # Sourced by ../blue-green.sh.
# Is the new colour worse than the old one?

# measure SERVICE COLOR TIME: the figures to compare with, in measured.
measure() {
  sample "$1" "$3" never_judge
  local window
  read_microseconds "$3"
  window=$((microseconds / 1000000 > 1 ? microseconds / 1000000 : 1))
  real=$(real_traffic "$2" "$window") || fail "Prometheus does not answer; nothing was switched."
  measured=$(figures 'with_real')
  say "The old colour: $(figures 'with_real | told')"
}

# observe SERVICE COLOR TIME: false, with the reason, as soon as the colour is worse.
observe() {
  observed_color=$2 observed_since=$(now) prometheus_silent=''
  read_microseconds "$interval"
  local pause=$microseconds
  read_microseconds "$3"
  planned=$((microseconds / pause + 1))
  sample "$1" "$3" is_worse_already || return 1
  if is_worse final; then return 1; fi
  say "The new colour: $(figures 'with_real | told')"
}

never_judge() {
  return 1
}

is_worse_already() {
  is_worse already
}

# sample SERVICE TIME JUDGE: an analysis every interval; stops with false when the judge says so.
sample() {
  local end told
  read_microseconds "$2"
  end=$(($(now) + microseconds))
  told=$(now) real=null
  : >"$work/samples"
  while :; do
    analyse "$1"
    echo "$outcome $took" >>"$work/samples"
    if [ $(($(now) - told)) -gt 10000000 ]; then
      told=$(now)
      say "  $1: $(figures told), $(((end - told + 999999) / 1000000)) s to go"
    fi
    if "$3"; then return 1; fi
    if [ "$(now)" -ge "$end" ]; then return 0; fi
    sleep "$(in_seconds "$interval")"
  done
}

# figures FILTER ARGUMENTS…: what the analyses say, put through a filter of jq. Of few samples the median is more to be trusted than a
# high percentile.
figures() {
  jq -nRrc --argjson real "$real" "${@:2}" '
    def percent: "\(. * 1000 | round / 10) %";
    def duration: if . then "\(. * 1000 | round) ms" else "unknown" end;
    def with_real: . + {real: $real};
    def told: "\(.count) analyses, \(.failures | percent) failed, median \(.latency | duration)"
      + if .real then "; of \(.real.requests | round) real requests \(.real.failures | percent) failed, "
          + "95 % of the analyses within \(.real.latency | duration)" else "" end;
    [inputs | split(" ") | select(.[0] != "refused")] | (map(select(.[0] == "answered") | .[1] | tonumber) | sort) as $times
    | {count: length, failures: (if length > 0 then (length - ($times | length)) / length else 0 end),
        latency: (if ($times | length) > 0 then $times[($times | length - 1) / 2 | floor] else null end)} | '"$1" "$work/samples"
}

# is_worse already|final: sets reason when it is. Before the end only what cannot become good any more counts, and a latency of five samples.
is_worse() {
  local seconds
  seconds=$((($(now) - observed_since) / 1000000))
  real=$(real_traffic "$observed_color" $((seconds > 1 ? seconds : 1))) || { real=null && prometheus_silent=1; }
  if [ "$1 $real $prometheus_silent" = 'final null 1' ]; then reason="Prometheus does not answer" && return; fi
  reason=$(figures '
    def slower($old; $new): $old != null and $new != null and $new > $old * $ratio;
    ($when == "final") as $final | (.failures * .count) as $failed
    | ($old.failures // 0) as $before | ($old.real.failures // 0) as $really_before
    | (($real.requests // 0) >= 20) as $enough
    | if $final and .count == 0 then "no analysis could be judged: all were refused for the quota"
      elif $failed / ([.count, (if $final then 1 else $planned end)] | max) - $before > $error
        then "\($failed) of \(.count) analyses failed, of the old colour \($before | percent)"
      elif ($final or .count - $failed >= 5) and slower($old.latency; .latency)
        then "an analysis takes \(.latency | duration), with the old colour \($old.latency | duration)"
      elif $enough and $real.failures - $really_before > $error
        then "of the real requests \($real.failures | percent) failed, of the old colour \($really_before | percent)"
      elif $enough and slower($old.real.latency; $real.latency)
        then "95 % of the real analyses take up to \($real.latency | duration), with the old colour \($old.real.latency | duration)"
      else "" end' --arg when "$1" --argjson planned "$planned" --argjson old "${measured:-null}" \
    --argjson error "$max_error_ratio" --argjson ratio "$max_latency_ratio") || reason="the figures cannot be judged"
  [ -n "$reason" ]
}
