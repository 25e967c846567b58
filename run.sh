#!/usr/bin/env bash
# Builds the system and runs it: web page http://localhost:8080, API http://localhost:8081. Ctrl-C stops everything.
set -euo pipefail
cd "$(dirname "$0")"
. scripts/ensure.sh

need_dotnet
ensure redis-server redis-server ||
  echo "redis-server is missing and cannot be installed by this user; the product runs on memory. Install it with: apt-get install redis-server"
ensure_library libturbojpeg.so.0 libturbojpeg0 ||
  echo "libturbojpeg is missing and cannot be installed by this user; JPEG takes longer without it. Install it with: apt-get install libturbojpeg0"

dotnet build AppHost/AppHost.csproj -v quiet -nologo
exec dotnet run --project AppHost/AppHost.csproj --no-build -- "$@"
