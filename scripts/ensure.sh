# shellcheck shell=bash
# Sourced by run.sh and test.sh: makes sure that a command is there, by apt where that is allowed.

# ensure COMMAND PACKAGE — succeeds when the command exists at the end.
ensure() {
  command -v "$1" >/dev/null || install_package "$2" && command -v "$1" >/dev/null
}

# ensure_file FILE PACKAGE — the same for a file; its name may hold *.
ensure_file() {
  compgen -G "$1" >/dev/null || install_package "$2" && compgen -G "$1" >/dev/null
}

# ensure_library FILE PACKAGE — the same for a shared library, wherever the loader finds it.
ensure_library() {
  has_library "$1" || install_package "$2" && has_library "$1"
}

has_library() {
  PATH=$PATH:/sbin ldconfig -p 2>/dev/null | grep -F "$1 " >/dev/null
}

install_package() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    return 1
  fi
  echo "Installing $1 ..."
  if [ -z "${APT_UPDATED:-}" ]; then
    apt-get update -qq && APT_UPDATED=1
  fi
  # The package may start a server of its own on Debian; a policy of "do nothing" keeps the port free and the machine as it was.
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && made=1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
  local code=$?
  [ -z "$made" ] || rm -f "$policy"
  return "$code"
}

need_dotnet() {
  if ! command -v dotnet >/dev/null; then
    echo "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download" >&2
    exit 1
  fi
}
