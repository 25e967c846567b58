#!/usr/bin/env bash
# Makes the two images that ours start from out of this machine's own .NET, for machines that cannot reach mcr.microsoft.com.
# For trying and for tests: what is shipped starts from the published images.
set -euo pipefail
. "$(dirname "$0")/ensure.sh"

usage() {
  cat <<'TEXT'
Usage: scripts/local-base-images.sh [--help]

Makes localhost/dotnet/sdk:local and localhost/dotnet/aspnet:local with buildah. The latter has what the published chiseled image has:
the runtime, the C and C++ libraries, OpenSSL, certificates and the user app, without a shell. The former has a shell, but the SDK is
to be mounted. Afterwards:

  SDK_IMAGE=localhost/dotnet/sdk:local RUNTIME_IMAGE=localhost/dotnet/aspnet:local \
    scripts/build-images.sh --engine buildah -- --volume /usr/share/dotnet:/usr/share/dotnet:ro
TEXT
}

case ${1:-} in
  '') ;;
  --help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac

ensure buildah buildah || { echo "local-base-images: buildah is missing: apt-get install buildah" >&2; exit 1; }
need_dotnet
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
libraries=$(dirname "$(ldconfig -p | sed -n 's:.*libc\.so\.6.* => ::p' | head -n 1)")

# Libraries as the package manager laid them out, links and all, with whatever they load themselves.
copy_with_libraries() {
  local root=$1 file
  shift
  for file in "$@"; do
    cp --parents --dereference "$file" "$root"
    # ldd says so by its exit code when a file needs nothing.
    { ldd "$file" 2>/dev/null || true; } | sed -nE 's:^[^/]*(/[^ ]+).*:\1:p' |
      while read -r library; do cp --parents --dereference "$library" "$root"; done
  done
}

add_system() {
  local root=$1
  install -d "$root"/etc/ssl/certs "$root"/usr/bin "$root"/root "$root"/usr/share
  install -d -m 1777 "$root/tmp" "$root/var/tmp"
  install -d -o 1654 -g 1654 "$root/home/app"
  printf 'root:x:0:0:root:/root:/bin/bash\napp:x:1654:1654::/home/app:/bin/false\n' >"$root/etc/passwd"
  printf 'root:x:0:\napp:x:1654:\n' >"$root/etc/group"
  printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
  cp --dereference /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  ln -s ../share/dotnet/dotnet "$root/usr/bin/dotnet"
  # What .NET and the engine load while they run is in no list of theirs.
  copy_with_libraries "$root" "$libraries"/lib{c,m,dl,rt,pthread,resolv,nss_files,nss_dns}.so.? \
    "$libraries"/lib{stdc++.so.6,gcc_s.so.1,ssl.so.3,crypto.so.3,z.so.1}
}

# make NAME TAG — an image out of what the function fill_NAME puts into an empty one.
make() {
  local container root
  echo "Making $2 ..."
  container=$(buildah from scratch)
  root=$(buildah mount "$container")
  add_system "$root"
  "fill_$1" "$root" "$container"
  buildah umount "$container" >/dev/null
  buildah commit --quiet --rm --format docker "$container" "$2" >/dev/null
}

fill_runtime() {
  mkdir "$1/usr/share/dotnet"
  cp -r "$dotnet"/{dotnet,host,shared} "$1/usr/share/dotnet/"
  buildah config --user 1654 --env APP_UID=1654 --env ASPNETCORE_HTTP_PORTS=8080 --env DOTNET_RUNNING_IN_CONTAINER=true "$2"
}

fill_sdk() {
  copy_with_libraries "$1" /bin/bash
  ln -s bash "$1/bin/sh"
  buildah config --env DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 --env DOTNET_NOLOGO=1 --env DOTNET_CLI_TELEMETRY_OPTOUT=1 \
    --env SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt --env HOME=/root "$2"
}

make runtime localhost/dotnet/aspnet:local
make sdk localhost/dotnet/sdk:local
