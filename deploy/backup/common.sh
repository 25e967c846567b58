# shellcheck shell=bash
# Sourced by the scripts beside it: how they speak, and how they know that files are the same as before.

export LC_ALL=C TZ=UTC
program=$(basename "$0")

say() { echo "$(date +%T) $*"; }

fail() {
  echo "$program: $*" >&2
  exit 1
}

misuse() {
  echo "$program: $*" >&2
  usage >&2
  exit 2
}

need() {
  local command
  for command in "$@"; do
    command -v "$command" >/dev/null || fail "$command is missing."
  done
}

# Without a place and a password restic would ask, and a job has nobody to answer.
need_repository() {
  need restic jq
  [ -n "${RESTIC_REPOSITORY:-}${RESTIC_REPOSITORY_FILE:-}" ] || misuse "RESTIC_REPOSITORY is not set."
  [ -n "${RESTIC_PASSWORD:-}${RESTIC_PASSWORD_FILE:-}${RESTIC_PASSWORD_COMMAND:-}" ] ||
    misuse "Neither RESTIC_PASSWORD nor RESTIC_PASSWORD_FILE is set."
}

# list_contents FOLDER [CONDITION...] — a line for every folder and file in it, with the digest of the file; the same lines mean the same
# contents. Conditions of find leave some of it out.
list_contents() {
  (
    cd "$1" && shift || exit
    {
      find . -mindepth 1 "$@" -type d -printf 'folder  %p\n'
      find . -mindepth 1 "$@" -type f -print0 | xargs -0 -r sha256sum --
    } | sort
  )
}

# check_contents FOLDER LIST — whether the folder holds exactly what the list says; tells what differs.
check_contents() {
  list_contents "$1" | diff --old-line-format='missing: %L' --new-line-format='unexpected: %L' --unchanged-line-format='' "$2" - >&2
}

digest_of() { list_contents "$1" | sha256sum | cut -d ' ' -f 1; }

# holds_something FOLDER — whether there is more in it than what a restore leaves alone.
holds_something() {
  [ -d "$1" ] && find "$1" -mindepth 1 -maxdepth 1 ! -name '.staging' ! -name 'lost+found' ! -name '.before-restore-*' \
    ! -name '.restoring-*' -print -quit | grep -q .
}

# put_in_place NEW TARGET — moves the entries of one folder into another; what is there is set aside, not deleted. Both happen inside
# the target, because it may be the root of a volume, which cannot be renamed itself.
put_in_place() {
  local new=$1 target=$2 aside
  if holds_something "$target"; then
    aside=$(mktemp -d "$target/.before-restore-$(date +%Y%m%dT%H%M%SZ)-XXXX")
    find "$target" -mindepth 1 -maxdepth 1 ! -name '.staging' ! -name 'lost+found' ! -name '.before-restore-*' \
      ! -name '.restoring-*' -exec mv -t "$aside" -- {} +
    say "$target: what was there is in $aside"
  fi
  # Root restores for others: the files get the owner of the folder that they come into.
  [ "$(id -u)" -ne 0 ] || chown -R --reference="$target" "$new"
  find "$new" -mindepth 1 -maxdepth 1 -exec mv -t "$target" -- {} +
}
