#!/usr/bin/env bash
# Prints what a deployment has to keep secret, newly generated: values for the chart, or variables for Docker Compose.
#   deploy/make-secrets.sh chart > secrets.yaml
#   deploy/make-secrets.sh compose > secrets.env
# Keep the output out of the repository, and the key of the backups at a second place: without it no backup can be read.
set -euo pipefail

usage() {
  echo "usage: make-secrets.sh chart|compose" >&2
  exit 2
}

# Letters and digits alone, so that it can stand in an address and in a shell.
password() {
  openssl rand -hex 24
}

chart() {
  local cache admin backup
  cache=$(password) admin=$(password) backup=$(password)
  cat <<YAML
secrets:
  cache:
    cache_password: $cache
  inference:
    cache_password: $cache
  api:
    cache_password: $cache
    adminkey: $admin
  backup:
    restic_password: $backup
YAML
}

compose() {
  echo "CACHE_PASSWORD=$(password)"
  echo "ADMINKEY=$(password)"
}

case "${1:-}" in
  chart) chart ;;
  compose) compose ;;
  *) usage ;;
esac
