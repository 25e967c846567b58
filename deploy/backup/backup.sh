#!/usr/bin/env bash
# One encrypted, incremental backup of the models, the configuration and Redis, as one snapshot of restic.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=deploy/backup/common.sh
. "$here/common.sh"

usage() {
  cat <<'TEXT'
Usage: backup.sh
Backs up the models, the configuration and Redis as one snapshot, forgets old snapshots, verifies the repository, and tells Prometheus.

Settings (environment variables):
  RESTIC_REPOSITORY       where the backups are: a folder, s3:..., rest:... (or RESTIC_REPOSITORY_FILE); made when it is not there
  RESTIC_PASSWORD         its key (or RESTIC_PASSWORD_FILE)
  MODELS                  the model repository (/models); empty: none
  CONFIGURATION           the folder with the configuration (/configuration); empty: none
  CONFIGURATION_STORE     where its versions are kept between backups; without it they travel from one snapshot to the next
  REDIS_HOST, REDIS_PORT  Redis (localhost, 6379); an empty host: none
  REDIS_PASSWORD          its password
  REDIS_TIMEOUT           the seconds that its snapshot may take (600)
  BACKUP_NAME             the name of the site in the repository (vision)
  KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY
                          how many snapshots are kept (7, 4, 6), beside all of the last day
  VERIFY_DAYS             in how many days all that is stored is read once, a share at each backup (7)
  METRICS_FOLDER          the folder of the textfile collector of node_exporter
  PUSHGATEWAY_URL         the address of a Pushgateway
TEXT
}

main() {
  case "${1:-}:$#" in
    :0) ;;
    -h:1 | --help:1) usage && exit ;;
    *) misuse "'$*' is not known." ;;
  esac
  read_settings
  take_turn
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  trap 'exit 143' TERM INT
  mkdir -p "$work/vision-backup/manifest"
  # What restic keeps of them does not depend on where the working folder is.
  cd "$work"
  copy_redis
  open_repository
  save_configuration
  take_snapshot
  forget_old
  verify
  write_metrics
  say "The backup is done: $bytes bytes in $files files, $added bytes of them new, in $SECONDS s"
}

read_settings() {
  models=${MODELS-/models}
  configuration=${CONFIGURATION-/configuration}
  redis_host=${REDIS_HOST-localhost}
  redis_port=${REDIS_PORT:-6379}
  name=${BACKUP_NAME:-vision}
  daily=${KEEP_DAILY:-7} weekly=${KEEP_WEEKLY:-4} monthly=${KEEP_MONTHLY:-6}
  verify_days=${VERIFY_DAYS:-7}
  need_repository
  need flock sha256sum redis-cli redis-check-rdb curl
  [ -n "$models$configuration$redis_host" ] || misuse "There is nothing to back up."
  [ -z "$models" ] || [ -n "$(find "$models" -type f -print -quit 2>/dev/null)" ] ||
    fail "The model repository $models is not there, or has nothing in it (MODELS): is its volume mounted?"
  [ -z "${METRICS_FOLDER:-}" ] || [ -w "$METRICS_FOLDER" ] || fail "The folder $METRICS_FOLDER cannot be written to (METRICS_FOLDER)."
  [ -z "$configuration" ] || [ -e "$configuration" ] || fail "The configuration $configuration is not there (CONFIGURATION)."
  [[ "$daily:$weekly:$monthly:$verify_days" =~ ^[0-9]+:[0-9]+:[0-9]+:[1-9][0-9]*$ ]] || misuse "KEEP_* and VERIFY_DAYS are numbers."
  umask 077
}

# The locks of restic protect the repository; this one spares two runs on one machine from failing each other halfway.
take_turn() {
  local id
  id=$(sha256sum <<<"${RESTIC_REPOSITORY:-}${RESTIC_REPOSITORY_FILE:-}" | cut -c 1-16)
  exec 9>>"${TMPDIR:-/tmp}/vision-backup-$id.lock"
  flock --nonblock 9 || fail "Another backup into this repository goes on."
}

open_repository() {
  if ! read_snapshots; then
    grep -q 'Is there a repository at the following location' problem || fail "The repository cannot be opened: $(cat problem)"
    say "There is no repository yet: making one"
    restic init --quiet || fail "The repository could not be made."
    read_snapshots || fail "The repository cannot be opened: $(cat problem)"
  fi
  # Locks whose owner is gone, of a run that was killed; those of others that are at work stay.
  restic unlock --quiet || fail "The locks of the repository cannot be read."
  remove_unfinished
  parent=$(tagged vision | tail -n 1 | cut -d ' ' -f 1)
}

read_snapshots() { restic snapshots --json --host "$name" >snapshots.json 2>problem; }

# tagged TAG — id and time of each snapshot that has it, the latest last.
tagged() { jq -r --arg tag "$1" 'sort_by(.time)[] | select(.tags // [] | index($tag)) | "\(.id) \(.time)"' snapshots.json; }

# What a run that was killed has left. Another run may be at work on another machine, so what is young stays.
remove_unfinished() {
  local id time
  while read -r id time; do
    if [ "$(date -d "$time" +%s)" -lt $(($(date +%s) - 86400)) ]; then
      restic forget --quiet "$id"
    fi
  done < <(tagged unfinished)
}

redis() { timeout "${REDIS_TIMEOUT:-600}" redis-cli -h "$redis_host" -p "$redis_port" "$@"; }

copy_redis() {
  local file=vision-backup/redis/dump.rdb
  [ -n "$redis_host" ] || return 0
  say "Redis: taking a snapshot from $redis_host:$redis_port"
  [ -z "${REDIS_PASSWORD:-}" ] || export REDISCLI_AUTH=$REDIS_PASSWORD
  mkdir vision-backup/redis
  redis --rdb "$file" >redis.log 2>&1 || fail "Redis at $redis_host:$redis_port gave no snapshot: $(tail -n 1 redis.log)"
  redis-check-rdb "$file" >redis.log 2>&1 || is_newer_rdb "$file" || fail "The snapshot of Redis is damaged: $(tail -n 1 redis.log)"
  list_contents vision-backup/redis >vision-backup/manifest/redis
}

# A server that is newer than these tools writes a version that they cannot read: then the first and last marks must do.
is_newer_rdb() {
  grep -q "Can't handle RDB format version" redis.log && [ "$(head -c 5 "$1")" = REDIS ] &&
    [ "$(tail -c 9 "$1" | head -c 1 | od -An -tx1 | tr -d ' ')" = ff ]
}

save_configuration() {
  local versions=$PWD/vision-backup/configuration
  [ -n "$configuration" ] || return 0
  mkdir "$versions"
  if [ -n "${CONFIGURATION_STORE:-}" ]; then
    "$here/configuration.sh" save "$configuration" >version || fail "The configuration could not be saved."
    cp -a "$CONFIGURATION_STORE/." "$versions/"
  else
    carry_versions "$versions"
    CONFIGURATION_STORE=$versions "$here/configuration.sh" save "$configuration" >version || fail "The configuration could not be saved."
  fi
  rm -f "$versions/.lock"
  say "Configuration: version $(cat version)"
  list_contents "$versions" >vision-backup/manifest/configuration
}

# Older versions that a damaged repository has lost must not keep the present one from being saved.
carry_versions() {
  local id
  for id in $(tagged vision | cut -d ' ' -f 1 | tac); do
    rm -rf carried
    if restic restore --quiet "$id" --target carried --include /vision-backup/configuration >problem 2>&1; then
      [ ! -d carried/vision-backup/configuration ] || cp -a carried/vision-backup/configuration/. "$1/"
      return
    fi
    say "The versions of the configuration cannot be read from the snapshot ${id:0:8}: looking in the one before"
  done
}

# At the top of the models: .staging has what is no version yet or not any more, .before-restore-* what was replaced. Locks are of
# the processes that run, and a file system keeps lost+found for itself.
skip_of_models=(\( -path './.*' -o -path ./lost+found -o -name .lock \) -prune -o)

# What changes when anything in the models does.
stamp_of_models() {
  (cd "$models" && find . -mindepth 1 "${skip_of_models[@]}" -printf '%p %y %s %T@ %i\n' | sort | sha256sum)
}

list_models() {
  local link
  link=$(cd "$models" && find . -mindepth 1 "${skip_of_models[@]}" ! -type f ! -type d -print -quit)
  [ -z "$link" ] || fail "$models/$link is neither a file nor a folder: what it stands for would not be in the backup."
  echo "$models" >vision-backup/manifest/path-of-models
  list_contents "$models" "${skip_of_models[@]}" >vision-backup/manifest/models
}

# A version that is installed or deleted meanwhile would leave a snapshot that is of no moment: then it is taken again. A snapshot
# counts only when it has the tag `vision`, and it gets that when everything is in it.
take_snapshot() {
  local attempt
  [ -z "$models" ] || models=$(readlink -f "$models")
  for attempt in 1 2 3; do
    say "Storing ${models:-no models} and what was collected"
    if store; then
      restic tag --quiet --set "$(parts)" "$snapshot" || fail "The snapshot $snapshot could not be marked as whole."
      return
    fi
    say "Attempt $attempt: $problem"
    [ -z "$snapshot" ] || restic forget --quiet "$snapshot" || true
  done
  fail "$problem No snapshot is kept."
}

parts() { echo "vision${models:+,models}${configuration:+,configuration}${redis_host:+,redis}"; }

# Whether all of it is in the snapshot: restic makes one also when it could not read a file, and when a folder is gone.
store() {
  local code=0 stamp pattern=${models//[\\*?\[]/\\&} options=(--json --host "$name" --tag unfinished) listed
  snapshot='' problem="Not all of the models could be read."
  if [ -n "$models" ]; then
    stamp=$(stamp_of_models) && list_models || return
    options+=(--exclude "$pattern/.*" --exclude "$pattern/lost+found" --exclude "$pattern/**/.lock")
  fi
  [ -z "$parent" ] || options+=(--parent "$parent")
  RESTIC_PROGRESS_FPS=0.1 restic backup "${options[@]}" -- vision-backup ${models:+"$models"} | tee stored.json |
    jq -r --unbuffered 'select(.message_type == "status" and .bytes_done) | "   \(.bytes_done) of \(.total_bytes) bytes"' || code=$?
  snapshot=$(summary .snapshot_id)
  read -r files bytes added < <(summary '"\(.total_files_processed) \(.total_bytes_processed) \(.data_added)"') || true
  listed=$(find vision-backup -type f | cat - <([ -z "$models" ] || grep -v '^folder ' vision-backup/manifest/models) | wc -l)
  if [ "$code" -ne 0 ] || [ "${files:-0}" -ne "$listed" ]; then
    problem="Not everything could be stored (restic ended with $code; ${files:-0} of $listed files)."
    return 1
  fi
  problem="The models changed meanwhile."
  [ -z "$models" ] || [ "$(stamp_of_models)" = "$stamp" ]
}

summary() { jq -r "select(.message_type == \"summary\") | $1" stored.json; }

forget_old() {
  say "Retention: $daily daily, $weekly weekly, $monthly monthly, and all of the last day"
  restic forget --quiet --prune --host "$name" --tag vision --group-by host --keep-within 1d \
    --keep-daily "$daily" --keep-weekly "$weekly" --keep-monthly "$monthly" || fail "Old snapshots could not be removed."
}

# The structure as a whole, and of the data another share each day.
verify() {
  local share=$(($(date +%s) / 86400 % verify_days + 1))/$verify_days
  say "Verifying the repository, and reading part $share of the data"
  RESTIC_PROGRESS_FPS=0.1 restic check --quiet --read-data-subset="$share" ||
    fail "The repository is damaged: see docs/disaster-recovery.md."
}

metrics() {
  metric last_success_timestamp_seconds "When the last backup succeeded." "$(date +%s)"
  metric size_bytes "What the last backup holds." "$bytes"
  metric added_bytes "What the last backup added to the repository." "$added"
  metric duration_seconds "How long the last backup took." "$SECONDS"
}

metric() { printf '# HELP vision_backup_%s %s\n# TYPE vision_backup_%s gauge\nvision_backup_%s %s\n' "$1" "$2" "$1" "$1" "$3"; }

write_metrics() {
  metrics >vision_backup.prom
  [ -z "${METRICS_FOLDER:-}" ] || place_metrics "$METRICS_FOLDER/vision_backup.prom"
  [ -z "${PUSHGATEWAY_URL:-}" ] || push_metrics "${PUSHGATEWAY_URL%/}/metrics/job/vision_backup"
}

# The collector runs as another user, and must never meet half a file.
place_metrics() {
  { install -m 644 vision_backup.prom "$1.new" && mv "$1.new" "$1"; } || fail "The backup is whole, but $1 could not be written."
}

# curl gets the address by its standard input, because it may hold a password.
push_metrics() {
  curl --silent --show-error --fail --max-time 60 --retry 3 --data-binary @vision_backup.prom --output /dev/null --config - \
    <<<"url = \"$1\"" || fail "The backup is whole, but its metric could not be pushed."
}

main "$@"
