#!/usr/bin/env bash
# Blue-green deployment of the stateless services (api, inference, web) of one release. What it does, step by step: docs/blue-green.md.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/blue-green" && pwd)
# shellcheck source=deploy/blue-green/options.sh
. "$here/options.sh"
# shellcheck source=deploy/blue-green/cluster.sh
. "$here/cluster.sh"
# shellcheck source=deploy/blue-green/lock.sh
. "$here/lock.sh"
# shellcheck source=deploy/blue-green/render.sh
. "$here/render.sh"
# shellcheck source=deploy/blue-green/probe.sh
. "$here/probe.sh"
# shellcheck source=deploy/blue-green/watch.sh
. "$here/watch.sh"
# shellcheck source=deploy/blue-green/traffic.sh
. "$here/traffic.sh"
# shellcheck source=deploy/blue-green/deploy.sh
. "$here/deploy.sh"
# shellcheck source=deploy/blue-green/operate.sh
. "$here/operate.sh"

main() {
  read_options "$@"
  # Rendered secrets pass through this folder.
  umask 077
  work=$(mktemp -d)
  trap leave EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  "run_$command"
}

# Runs on every way out but a kill that cannot be caught; the lock runs out by itself then.
leave() {
  local code=$?
  trap - EXIT INT TERM
  close_door
  release_lock
  rm -rf "$work"
  exit "$code"
}

main "$@"
