#!/usr/bin/env bash
# Counts the objects above 85 KB that each of both services allocates for a hundred images of each kind.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

work=artifacts/large-arrays
images=100
serving=

fail() {
  echo "$1" >&2
  exit 1
}

stop_serving() {
  [ -z "$serving" ] || kill "$serving" 2>/dev/null
  [ -z "$serving" ] || wait "$serving"
}
trap stop_serving EXIT

# count_for NAME CURL-ARGUMENTS...
count_for() {
  local name=$1
  shift
  post 20 "$@"
  : >"$work/ApiService.txt"
  : >"$work/InferenceService.txt"
  post "$images" "$@"
  for service in ApiService InferenceService; do
    echo "$name, $service: $(wc -l <"$work/$service.txt") in $images images ($(sort -u "$work/$service.txt" | paste -sd ';'))"
  done
}

# Nothing of an image is kept, so that each is computed anew.
post() {
  local times=$1
  shift
  curl -sf -o /dev/null -H 'Cache-Control: no-store' "$@" "$(cat "$work/address.txt")/api/analyze?model=efficientnet-lite0#[1-$times]" ||
    fail "An image was not answered."
}

mkdir -p "$work"
for project in Load LargeArrays; do
  dotnet build "bench/$project/$project.csproj" -c Release -v quiet -nologo >&2 || fail "The build failed."
done
: >"$work/address.txt"
LARGE_ARRAYS=$PWD/$work DOTNET_STARTUP_HOOKS=$PWD/artifacts/bin/LargeArrays/release/LargeArrays.dll \
  artifacts/bin/Load/release/Load serve >"$work/address.txt" &
serving=$!
until [ -s "$work/address.txt" ]; do
  kill -0 "$serving" 2>/dev/null || fail "The services did not start; their logs are in artifacts/."
  sleep 0.1
done

photos=Tests/Data/images
count_for JPEG -H 'Content-Type: image/jpeg' --data-binary "@$photos/cat.jpg"
count_for 'JPEG with a profile' -H 'Content-Type: image/jpeg' --data-binary "@$photos/rocket.jpg"
count_for PNG -H 'Content-Type: image/png' --data-binary "@$photos/receipt.png"
printf '{"image":"%s"}' "$(base64 -w0 "$photos/palace.jpg")" >"$work/photo.json"
count_for 'base64 in JSON' -H 'Content-Type: application/json' --data-binary "@$work/photo.json"
