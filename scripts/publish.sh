#!/usr/bin/env bash
# Writes again what the AppHost publishes: the Helm chart in deploy/chart and the file of Docker Compose in deploy/compose.
# Both are committed; a test fails when they are not what the AppHost writes.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/ensure.sh

need_dotnet
dotnet build AppHost/AppHost.csproj -v quiet -nologo

publish() {
  rm -rf "deploy/$2"
  dotnet run --project AppHost/AppHost.csproj --no-build --no-launch-profile -- \
    --operation publish --step publish --Deployment:Target "$1" --output-path "$PWD/deploy/$2"
}

publish kubernetes chart
publish compose compose
