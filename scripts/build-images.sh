#!/usr/bin/env bash
# Builds the container images of the product with docker, podman or buildah, whichever is there, and pushes them if asked to.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'TEXT'
Usage: scripts/build-images.sh [OPTION]... [IMAGE]... [-- BUILD_OPTION...]

Builds the images named, or the first six:
  api, inference, web     the three services
  single                  the API with the engine in its process
  models                  what brings the models of this repository into a volume
  backup                  the daily backup, and the restore
  inference-with-models   the services with the models of this repository in them,
  single-with-models      where no volume can be mounted

  --registry PREFIX   what stands before the names (localhost/vision)
  --tag TAG           the tag of all images (the version in Directory.Build.props)
  --push              push them when all are built; log in to the registry first
  --engine NAME       docker, podman or buildah (the first that works here)
  --platform NAME     linux/amd64 or linux/arm64 (that of this machine)
  --help              this text

What follows -- goes to each build as it is. The variables SDK_IMAGE and RUNTIME_IMAGE name other images to start
from; SOURCE, the address of the sources, and REVISION (the commit that git tells) go into the labels.
TEXT
}

fail() {
  echo "build-images: $1" >&2
  exit "${2:-1}"
}

refuse() {
  usage >&2
  fail "$1" 2
}

known=(api inference web single models backup inference-with-models single-with-models)
registry=localhost/vision tag='' push='' engine='' platform='' images=() build_options=()

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --help) usage; exit 0 ;;
      --push) push=1 ;;
      --registry | --tag | --engine | --platform)
        [ -n "${2:-}" ] || refuse "$1 needs a value."
        printf -v "${1#--}" %s "$2"
        shift ;;
      --) shift; build_options=("$@"); break ;;
      -*) refuse "There is no option $1." ;;
      *)
        [[ " ${known[*]} " == *" $1 "* ]] || refuse "There is no image $1."
        images+=("$1") ;;
    esac
    shift
  done
  [ ${#images[@]} -gt 0 ] || images=(api inference web single models backup)
  # Named in any case, for only then do older engines know it in the Dockerfile.
  [ -n "$platform" ] || platform=linux/$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')
  [ -n "$tag" ] || tag=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
}

# A docker client without its server is no engine.
choose_engine() {
  if [ -n "$engine" ]; then
    [[ " docker podman buildah " == *" $engine "* ]] || refuse "$engine is none of docker, podman and buildah."
    command -v "$engine" >/dev/null || fail "$engine is not installed."
  elif command -v docker >/dev/null && docker info >/dev/null 2>&1; then
    engine=docker
  elif command -v podman >/dev/null; then
    engine=podman
  elif command -v buildah >/dev/null; then
    engine=buildah
  else
    fail "Neither docker (with its server running), podman nor buildah is here: apt-get install buildah"
  fi
}

# The image that another one starts from, if it is one of ours.
base_of() {
  case $1 in
    single) echo api ;;
    *-with-models) echo "${1%-with-models}" ;;
  esac
}

dockerfile_of() {
  case $1 in
    api) echo ApiService/Dockerfile ;;
    inference) echo InferenceService/Dockerfile ;;
    web) echo WebFrontend/Dockerfile ;;
    single | models | backup) echo "deploy/$1/Dockerfile" ;;
    *-with-models) echo deploy/with-models/Dockerfile ;;
  esac
}

name_of() {
  echo "$registry/$1:$tag"
}

declare -A built=()
build() {
  [ -z "${built[$1]:-}" ] || return 0
  local base arguments=(--platform "$platform" --file "$(dockerfile_of "$1")" --tag "$(name_of "$1")")
  base=$(base_of "$1")
  if [ -n "$base" ]; then
    build "$base"
    arguments+=(--build-arg "IMAGE=$(name_of "$base")")
  else
    arguments+=(--build-arg "VERSION=$tag" --build-arg "REVISION=$revision" --build-arg "SOURCE=$source")
    [ -z "${SDK_IMAGE:-}" ] || arguments+=(--build-arg "SDK_IMAGE=$SDK_IMAGE")
    [ -z "${RUNTIME_IMAGE:-}" ] || arguments+=(--build-arg "RUNTIME_IMAGE=$RUNTIME_IMAGE")
  fi
  # The OCI format of podman and buildah has no health check; they leave it out of the image without this. Docker's own has it.
  [ "$engine" = docker ] || arguments+=(--format docker --layers)
  echo "Building $(name_of "$1") with $engine ..."
  "$engine" build "${arguments[@]}" "${build_options[@]}" .
  built[$1]=1
}

read_arguments "$@"
choose_engine
revision=${REVISION:-$(git rev-parse HEAD 2>/dev/null || echo unknown)}
# Not asked of git: the address of a remote may hold the token of a pipeline.
source=${SOURCE:-unknown}
for image in "${images[@]}"; do
  build "$image"
done
if [ -n "$push" ]; then
  for image in "${images[@]}"; do
    echo "Pushing $(name_of "$image") ..."
    "$engine" push "$(name_of "$image")"
  done
fi
