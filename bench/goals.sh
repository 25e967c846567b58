#!/usr/bin/env bash
# The table of goals with today's figures of this machine, the peers included. Ends with 1 when a goal is missed.
# --quick only tries whether everything runs; --soak 100000 is the full run.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
# shellcheck source=scripts/ensure.sh
. scripts/ensure.sh

shared=../shared
work=artifacts/goals
peers=$work/peers.txt
load=artifacts/bin/Load/release/Load
serving=

fail() {
  echo "$1" >&2
  exit 2
}

stop_serving() {
  [ -z "$serving" ] || kill "$serving" 2>/dev/null
  [ -z "$serving" ] || wait "$serving"
  serving=
}
trap stop_serving EXIT

# Why the peers cannot run; empty when they can. The last line of the file becomes the reason in the table.
missing_for_peers() {
  [ -d "$shared/peers/wheels" ] || { echo "there is no $shared/peers/wheels" && return; }
  command -v python3.11 >/dev/null || { echo "Python 3.11 is missing" && return; }
  ensure wrk wrk || echo "wrk is missing: apt-get install wrk"
}

# compare.py reads models and images beside its own folder, and the folder of the originals cannot be written to.
prepare_peers() {
  mkdir -p "$work/peers"
  cp -r "$shared/peers/apps" "$shared/peers/compare.py" "$work/peers/" && chmod -R u+w "$work/peers"
  ln -sfn "$(realpath "$shared/models")" "$work/models"
  ln -sfn "$(realpath "$shared/images")" "$work/images"
  if [ ! -x "$work/venv/bin/litserve" ]; then
    python3.11 -m venv "$work/venv" &&
      "$work/venv/bin/pip" install -q --no-index --find-links "$shared/peers/wheels" \
        fastapi uvicorn uvloop httptools litserve mosec onnxruntime pillow numpy orjson msgspec || return 1
  fi
  if ! (cd "$work/peers/apps" && npm i --ignore-scripts --no-audit --no-fund --silent); then
    rm -rf "$work/peers/apps/node_modules"
    echo "The Node peer is left out: npm could not install it." >&2
  fi
}

serve() {
  : >"$work/address.txt"
  "$load" serve >"$work/address.txt" &
  serving=$!
  for _ in $(seq 600); do
    [ ! -s "$work/address.txt" ] || return 0
    kill -0 "$serving" 2>/dev/null || break
    sleep 0.1
  done
  fail "The services did not start; their logs are in artifacts/."
}

compare() {
  serve
  "$work/venv/bin/python" "$work/peers/compare.py" --url "$(cat "$work/address.txt")/api/analyze?model=efficientnet-lite0" "$@" 2>&1 | tee "$peers" >&2
  stop_serving
}

measure=(--seconds 8 --rounds 3)
goals=()
while [ $# -gt 0 ]; do
  case $1 in
    --quick) measure=(--seconds 2 --rounds 1) goals+=(--quick) && shift ;;
    --soak) [[ ${2:-} =~ ^[0-9]{2,}$ ]] || fail "--soak needs a number of images, ten at least." && goals+=("$1" "$2") && shift 2 ;;
    *) fail "usage: $0 [--quick] [--soak IMAGES]" ;;
  esac
done

need_dotnet
dotnet build bench/Load/Load.csproj -c Release -v quiet -nologo >&2 || fail "The build failed."
# What is measured is what is shipped: compiled for the platform.
for service in InferenceService ApiService; do
  dotnet publish "$service" -c Release -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" --no-self-contained \
    -p:RunAnalyzers=false -v quiet -nologo -o "$work/services/$service" >&2 || fail "$service could not be published."
done
export LOAD_PUBLISHED=$work/services
mkdir -p "$work"
reason=$(missing_for_peers)
if [ -n "$reason" ]; then
  echo "$reason" >"$peers"
elif prepare_peers; then
  compare "${measure[@]}"
else
  echo "the peers could not be installed" >"$peers"
fi

"$load" goals --peers "$peers" "${goals[@]}"
