#!/usr/bin/env bash
# Versions of the configuration, each named by the digest of its contents.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=deploy/backup/common.sh
. "$here/common.sh"

usage() {
  cat <<'TEXT'
Usage: configuration.sh COMMAND
  save FILE...                      keeps files as a version and prints its digest; contents that are kept already make no new one
  save DIRECTORY                    the same for what is in a folder, such as mounted ConfigMaps
  save --cluster NAMESPACE RELEASE  the same for the ConfigMaps of a release, and the names of its Secrets (not their values)
  list                              every version: digest, when it was last saved, bytes, files; * marks the current one
  show DIGEST                       the files of a version
  diff DIGEST DIGEST                what differs; ends with 1 if something does
  restore DIGEST TARGET [--force]   writes a version into a folder; with --force what is there is set aside

A digest may be abbreviated to four or more characters, or be `current`.
CONFIGURATION_STORE is the folder that holds the versions (/var/lib/vision/configuration).
TEXT
}

store=${CONFIGURATION_STORE:-/var/lib/vision/configuration}

current() { tail -n 1 "$store/history" 2>/dev/null | cut -d ' ' -f 2; }

# resolve DIGEST — sets $digest to the whole digest of the version that is meant.
resolve() {
  local found
  [ "$1" != current ] || set -- "$(current)"
  [[ $1 =~ ^[0-9a-f]{4,64}$ ]] || misuse "'$1' is no digest."
  found=$(find "$store/versions" -mindepth 1 -maxdepth 1 -name "$1*" -printf '%f\n' 2>/dev/null || true)
  [ -n "$found" ] || fail "There is no version $1."
  [ "$(wc -l <<<"$found")" -eq 1 ] || fail "$1 stands for several versions:"$'\n'"$found"
  digest=$found
}

is_whole() { [ "$(digest_of "$store/versions/$1")" = "$1" ]; }

# open DIGEST — the same, and refuses a version whose contents are not those that its name says.
open() {
  resolve "$1"
  is_whole "$digest" || fail "The version $digest is damaged: its contents have another digest."
}

# A mounted ConfigMap is a folder of links, with its own copies under names that begin with two dots.
copy_directory() {
  tar --create --dereference --exclude='*/..*' --directory "$1" . | tar --extract --no-same-owner --no-same-permissions --directory "$2"
  find "$2" -mindepth 1 -type d -empty -delete
}

copy_files() {
  local into=$1 file
  shift
  for file in "$@"; do
    [ -f "$file" ] || misuse "$file is no file."
    [ ! -e "$into/$(basename "$file")" ] || misuse "Two files have the name $(basename "$file")."
    cp --dereference -- "$file" "$into/"
  done
}

# JSON is YAML as well, and jq takes out what the server adds. Secrets are asked for as a table, in which the server leaves out values.
copy_cluster() {
  local into=$1 namespace=$2 selector="app.kubernetes.io/instance=$3" objects names name
  need kubectl jq
  objects=$(kubectl get configmaps --namespace "$namespace" --selector "$selector" --output json) ||
    fail "The ConfigMaps of $namespace cannot be read."
  names=$(kubectl get secrets --namespace "$namespace" --selector "$selector" --no-headers) ||
    fail "The Secrets of $namespace cannot be read."
  mkdir "$into/configmaps"
  for name in $(jq -r '.items[].metadata.name' <<<"$objects"); do
    jq -S --arg name "$name" '.items[] | select(.metadata.name == $name) | del(.status, .metadata.uid, .metadata.resourceVersion,
      .metadata.generation, .metadata.creationTimestamp, .metadata.managedFields, .metadata.selfLink,
      .metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"])
      | if .metadata.annotations == {} then del(.metadata.annotations) else . end' <<<"$objects" >"$into/configmaps/$name.json"
  done
  awk 'NF { print $1, $2, $3 " values" }' <<<"$names" | sort >"$into/secrets.txt"
  [ -n "$(ls "$into/configmaps")" ] || fail "No ConfigMap of $namespace belongs to a release $3."
}

save() {
  [ $# -gt 0 ] || misuse "What is to be saved?"
  mkdir -p "$store/versions"
  exec 8>>"$store/.lock"
  flock 8
  staging=$(mktemp -d "$store/.saving-XXXXXX")
  trap 'rm -rf "$staging"' EXIT
  if [ "$1" = --cluster ]; then
    [ $# -eq 3 ] || misuse "A namespace and a release are needed."
    copy_cluster "$staging" "$2" "$3"
  elif [ $# -eq 1 ] && [ -d "$1" ]; then
    copy_directory "$1" "$staging"
  else
    copy_files "$staging" "$@"
  fi
  [ -n "$(find "$staging" -type f -print -quit)" ] || fail "There is nothing to save in $*."
  keep
}

keep() {
  digest=$(digest_of "$staging")
  if [ -d "$store/versions/$digest" ]; then
    open "$digest"
  else
    chmod -R u=rwX,go= "$staging"
    mv -T "$staging" "$store/versions/$digest"
  fi
  [ "$(current)" = "$digest" ] || echo "$(date +%FT%TZ) $digest" >>"$store/history"
  echo "$digest"
}

list() {
  local version mark now damaged=0
  now=$(current)
  while read -r version; do
    mark=' '
    [ "$version" != "$now" ] || mark='*'
    is_whole "$version" || { mark='!' && damaged=1; }
    printf '%s %s  %s  %8d bytes  %3d files\n' "$mark" "$version" "$(grep " $version\$" "$store/history" | tail -n 1 | cut -d ' ' -f 1)" \
      "$(find "$store/versions/$version" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }')" \
      "$(find "$store/versions/$version" -type f | wc -l)"
  done < <(tac "$store/history" 2>/dev/null | cut -d ' ' -f 2 | awk '!seen[$0]++')
  [ "$damaged" -eq 0 ] || fail "The contents of a version marked ! have another digest than its name says."
}

show() {
  local file
  open "$1"
  (cd "$store/versions/$digest" && find . -type f -printf '%P\n' | sort) | while read -r file; do
    echo "==> $file <=="
    cat "$store/versions/$digest/$file"
    echo
  done
}

difference() {
  local one
  open "$1"
  one=$digest
  open "$2"
  (cd "$store/versions" && diff -r -u -N "$one" "$digest")
}

restore() {
  local target=$2 force=${3:---refuse} staging
  [[ $force =~ ^--(refuse|force)$ ]] || misuse "'$force' is not known."
  open "$1"
  if holds_something "$target" && [ "$force" != --force ]; then
    fail "$target is not empty; with --force what is in it is set aside."
  fi
  mkdir -p "$target"
  staging=$(mktemp -d "$target/.restoring-XXXXXX")
  cp -r "$store/versions/$digest/." "$staging/"
  if [ "$(digest_of "$staging")" != "$digest" ]; then
    rm -rf "$staging"
    fail "What was written to $target is not what is kept."
  fi
  put_in_place "$staging" "$target"
  rmdir "$staging"
  say "$target holds the version $digest"
}

command=${1:-}
[ $# -eq 0 ] || shift
case "$command:$#" in
  -h:* | --help:*) usage ;;
  save:*) save "$@" ;;
  list:0) list ;;
  show:1) show "$1" ;;
  diff:2) difference "$1" "$2" ;;
  restore:2 | restore:3) restore "$@" ;;
  *) misuse "'$command' with $# arguments is not known." ;;
esac
