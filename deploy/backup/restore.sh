#!/usr/bin/env bash
# Brings back what backup.sh has stored.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=deploy/backup/common.sh
. "$here/common.sh"

usage() {
  cat <<'TEXT'
Usage: restore.sh --list
       restore.sh [--snapshot ID | --before TIME] PART... [--force] [--dry-run]
Restores the latest snapshot, or a certain one, or the newest that is not later than a time (any that `date` understands).

Parts, each with the folder into which it goes:
  --models FOLDER         the model repository
  --configuration FOLDER  all versions of the configuration: a CONFIGURATION_STORE for configuration.sh
  --redis FOLDER          the data folder of a Redis that is stopped, with or without appendonly

Everything is checked by its digest before anything is put in place. A folder with something in it is refused;
  --force    sets aside what is there, in .before-restore-* in the same folder
  --dry-run  tells what would be done, and changes nothing

Settings (environment variables): RESTIC_REPOSITORY, RESTIC_PASSWORD or RESTIC_PASSWORD_FILE, and BACKUP_NAME, as for backup.sh.
TEXT
}

main() {
  read_arguments "$@"
  need_repository
  need sha256sum
  if [ -n "$list" ]; then
    list_snapshots
    return
  fi
  [ ${#targets[@]} -gt 0 ] || misuse "What is to be restored? Name a part and its folder."
  select_snapshot
  refuse_occupied
  work=$(mktemp -d)
  trap 'rm -rf "$work" "${stagings[@]}"' EXIT
  trap 'exit 143' TERM INT
  read_manifest
  if [ -n "$dry" ]; then
    tell
    return
  fi
  local part
  for part in "${!targets[@]}"; do stage "$part"; done
  for part in "${!targets[@]}"; do
    put_in_place "${staged[$part]}" "${targets[$part]}"
    say "$part: restored to ${targets[$part]}"
  done
}

read_arguments() {
  declare -gA targets=() staged=() paths=()
  stagings=() list='' force='' dry='' wanted='' before=''
  while [ $# -gt 0 ]; do
    case "$1" in
      -h | --help) usage && exit ;;
      --list) list=1 ;;
      --force) force=1 ;;
      --dry-run) dry=1 ;;
      --snapshot | --before | --models | --configuration | --redis)
        [ -n "${2:-}" ] || misuse "$1 needs a value."
        read_option "$1" "$2"
        shift
        ;;
      *) misuse "'$1' is not known." ;;
    esac
    shift
  done
  [ -z "$wanted" ] || [ -z "$before" ] || misuse "--snapshot and --before exclude each other."
}

read_option() {
  case "$1" in
    --snapshot) wanted=$2 ;;
    --before) before=$(date -d "$2" +%s 2>/dev/null) || misuse "'$2' is no time." ;;
    *) targets[${1#--}]=$2 ;;
  esac
}

# Only those that backup.sh has marked as whole; the latest last.
snapshots() {
  restic snapshots --json --host "${BACKUP_NAME:-vision}" --tag vision |
    jq -r 'sort_by(.time)[] | "\(.id) \(.time) \(.tags - ["vision"] | join(","))"'
}

list_snapshots() {
  local id time parts found
  found=$(snapshots) || fail "The snapshots cannot be read."
  while read -r id time parts; do
    [ -z "$id" ] || echo "${id:0:8}  $(date -d "$time" +%FT%TZ)  $parts"
  done <<<"$found"
}

select_snapshot() {
  local id time of found matching=()
  found=$(snapshots) || fail "The snapshots cannot be read."
  while read -r id time of; do
    if [ -n "$id" ] && [[ $id == "$wanted"* ]] && { [ -z "$before" ] || [ "$(date -d "$time" +%s)" -le "$before" ]; }; then
      matching+=("$id $time $of")
    fi
  done <<<"$found"
  [ ${#matching[@]} -gt 0 ] || fail "There is no such snapshot; --list shows those that there are."
  [ -z "$wanted" ] || [ ${#matching[@]} -eq 1 ] || fail "$wanted stands for several snapshots."
  read -r snapshot time parts <<<"${matching[-1]}"
  say "Snapshot ${snapshot:0:8} of $time: $parts"
}

refuse_occupied() {
  local part target
  for part in "${!targets[@]}"; do
    target=${targets[$part]}
    [[ ,$parts, == *",$part,"* ]] || fail "The snapshot has no $part."
    [ ! -e "$target" ] || [ -d "$target" ] || fail "$target is no folder."
    if holds_something "$target"; then
      [ -n "$force" ] || fail "$target is not empty; with --force what is in it is set aside."
      [ -z "$dry" ] || say "$target: what is there would be set aside"
    fi
  done
}

read_manifest() {
  restic restore --quiet "$snapshot" --target "$work" --include /vision-backup/manifest || fail "The list of contents cannot be read."
  manifest=$work/vision-backup/manifest
  paths=([configuration]=/vision-backup/configuration [redis]=/vision-backup/redis)
  [ ! -f "$manifest/path-of-models" ] || paths[models]=$(cat "$manifest/path-of-models")
}

tell() {
  local part
  for part in "${!targets[@]}"; do
    say "$part: $(grep -cv '^folder ' "$manifest/$part") files would be restored to ${targets[$part]}"
  done
}

# In the target itself: that is the one place that surely has the room, and from where moving is one step.
stage() {
  local part=$1 target=${targets[$1]} staging path=${paths[$1]}
  mkdir -p "$target"
  staging=$(mktemp -d "$target/.restoring-XXXXXX")
  stagings+=("$staging")
  say "$part: reading"
  restic restore --quiet "$snapshot" --target "$staging" --include "${path//[\\*?\[]/\\&}" || fail "$part: not everything could be read."
  staged[$part]=$staging$path
  check_contents "$staging$path" "$manifest/$part" || fail "$part: what was read is not what was stored. Nothing has been changed."
  [ "$part" != redis ] || arrange_redis "$staging$path"
}

# With `appendonly yes` Redis looks for its append-only files alone: beside a dump.rdb that it does not read it would start empty, and
# then write over it. So the snapshot is made the base of the append-only files too, which Redis 7 and later keep as an RDB file;
# without `appendonly` it reads dump.rdb.
arrange_redis() {
  local folder=$1/appendonlydir base=appendonly.aof.1.base.rdb
  mkdir "$folder"
  cp "$1/dump.rdb" "$folder/$base"
  echo "file $base seq 1 type b" >"$folder/appendonly.aof.manifest"
  # The volume belongs to the group of Redis, which need not be the user that restores.
  chmod -R ug=rwX,o= "$1"
}

main "$@"
