#!/bin/sh
# Brings the models of the image into the volume that the engines share. What is there stays: classifiers that were trained, and the
# choice of versions. Several pods may do this at once: a version appears as a whole, under its name, or not at all.
set -eu
source=${1:-/seed}
target=${2:-/models}

mkdir -p "$target"
for version in "$source"/*/*/; do
  [ -d "$version" ] || continue
  name=${version#"$source"/}
  name=${name%/}
  if [ -d "$target/$name" ]; then
    echo "$name is there"
    continue
  fi
  staging=$(mktemp -d "$target/.seed-XXXXXX")
  cp -R "$version/." "$staging"
  chmod -R u=rwX,g=rwX,o=rX "$staging"
  mkdir -p "$target/${name%/*}"
  # mv into a folder that another pod has made meanwhile would put this one inside of it; -T refuses instead.
  if mv -T "$staging" "$target/$name" 2>/dev/null; then
    echo "$name added"
  else
    rm -rf "$staging"
    echo "$name is there"
  fi
done
