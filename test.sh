#!/usr/bin/env bash
# The whole check: installs what is missing, builds without a warning, verifies the format, runs every test.
# The last line is "N passed, M failed"; the exit code is not 0 when one failed.
set -uo pipefail
cd "$(dirname "$0")"
. scripts/ensure.sh

results=artifacts/test-results
fail() {
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

need_dotnet
ensure redis-server redis-server || fail "redis-server is missing: apt-get install redis-server"
ensure_library libturbojpeg.so.0 libturbojpeg0 || fail "libturbojpeg.so.0 is missing: apt-get install libturbojpeg0"
ensure curl curl || fail "curl is missing: apt-get install curl"
ensure node nodejs || fail "node is missing: apt-get install nodejs"
ensure npm npm || fail "npm is missing: apt-get install npm"
ensure prlimit util-linux || fail "prlimit is missing: apt-get install util-linux"
ensure openssl openssl || fail "openssl is missing: apt-get install openssl"
ensure jq jq || fail "jq is missing: apt-get install jq"
ensure zip zip || fail "zip is missing: apt-get install zip"
ensure rsyslogd rsyslog || fail "rsyslogd is missing: apt-get install rsyslog"
ensure_file '/usr/lib/*/rsyslog/lmnsd_gtls.so' rsyslog-gnutls || fail "rsyslog cannot speak TLS: apt-get install rsyslog-gnutls"
ensure promtool prometheus || fail "prometheus is missing: apt-get install prometheus"
ensure prometheus-pushgateway prometheus-pushgateway || fail "prometheus-pushgateway is missing: apt-get install prometheus-pushgateway"
ensure shellcheck shellcheck || fail "shellcheck is missing: apt-get install shellcheck"
ensure restic restic || fail "restic is missing: apt-get install restic"
ensure buildah buildah || fail "buildah is missing: apt-get install buildah"
ensure docker-registry docker-registry || fail "docker-registry is missing: apt-get install docker-registry"
scripts/install-tools.sh || fail "The tools that check the deployment could not be installed."
ensure chromium chromium || fail "chromium is missing: apt-get install chromium"
ensure chromium-headless-shell chromium-headless-shell || fail "chromium-headless-shell is missing: apt-get install chromium-headless-shell"

# No build server outlives the check.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

dotnet build Aspire.sln -v quiet -nologo || fail "The build failed."
dotnet format Aspire.sln --verify-no-changes --no-restore || fail "dotnet format would change files."

# Part of the time of the tests went into writing compiled code twice, for what runs a moment only.
export DOTNET_EnableWriteXorExecute=0

rm -rf "$results"
dotnet test --project Tests/Tests.csproj --no-build --results-directory "$results" --report-trx --report-trx-filename tests.trx "$@"
code=$?

counters=$(grep -o '<Counters [^>]*>' "$results/tests.trx" 2>/dev/null) || fail "The tests left no report."
count() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$counters"; }
passed=$(count passed)
failed=$(($(count total) - passed))
[ "$failed" -gt 0 ] || [ "$code" -eq 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
