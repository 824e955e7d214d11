#!/bin/sh
# join.sh COMMAND [ARGUMENT...]: runs the command while this machine's cluster is up, and ends as the command does. The first to
# come prepares and starts the cluster; the last to go ends it. Every checkout on the machine shares it.
#   join.sh              a shell with kubectl in its PATH; commands get no KUBECONFIG, which tests could take by mistake
#   join.sh --check      says why there can be no cluster here, and exits 1; or says nothing
#
# A run holds the lock file shared for as long as it lives, so the lock goes with its processes however they end. Who comes or goes
# holds the door meanwhile, so that nobody joins a cluster that is being ended.
set -eu
. "$(dirname -- "$0")/env.sh"
lock=$K8S_DIR.lock
door=$K8S_DIR.door

missing_programs() {
    for program in $PROGRAMS; do command -v "$program" >/dev/null 2>&1 || printf ' %s' "$program"; done
}

# Why there can be no cluster here; nothing if there can.
obstacle() {
    if [ "$(uname -s)" != Linux ]; then
        echo "it needs Linux"
    elif [ "$(id -u)" != 0 ]; then
        echo "it needs root"
    elif ! command -v go >/dev/null 2>&1; then
        echo "it needs Go, to build Kubernetes"
    elif ! (cd "$K8S_HOME/multicall" && GOTOOLCHAIN=local go list -m >/dev/null 2>&1); then
        echo "it needs Go $(sed -n 's/^go //p' "$K8S_HOME/multicall/go.mod") or newer, to build Kubernetes"
    elif ! unshare --net --mount --pid --fork true 2>/dev/null; then
        echo "it needs the right to make namespaces, which this container does not have"
    elif [ -n "$(missing_programs)" ] && ! command -v apt-get >/dev/null 2>&1; then
        echo "it needs these programs, and there is no apt-get to install them:$(missing_programs)"
    fi
}

prepare() {
    if [ -n "$(missing_programs)" ]; then
        echo "Installing what the cluster needs:$(missing_programs)"
        "$K8S_HOME/install.sh"
    fi
    if [ ! -x "$K8S_BIN/kubectl" ]; then
        echo "Building Kubernetes (the first time about 7 minutes and 4 GB; once per machine) ..."
        "$K8S_HOME/build.sh"
    fi
    [ -n "$(ip netns pids "$NETNS" 2>/dev/null)" ] || echo "Starting the test cluster ..."
    "$K8S_HOME/up.sh" >/dev/null
    if [ ! -f "$AUDIT_LOG" ]; then
        echo "The cluster that runs here was started otherwise, without an audit log. End it (testbed/down.sh), then try again."
        return 1
    fi
}

# Waits for whoever else is coming or going.
close_door() {
    exec 8>"$door"
    flock -w 2 8 || {
        echo "Waiting for another run that prepares or ends the cluster ..." >&2
        flock 8
    }
}

leave() {
    trap '' INT TERM HUP
    close_door 2>/dev/null
    if flock -n 9; then "$K8S_HOME/down.sh" >/dev/null 2>&1 || true; fi
}

why=$(obstacle)
if [ "${1:-}" = --check ]; then
    [ -z "$why" ] || echo "$why"
    [ -z "$why" ]
    exit
fi
if [ -n "$why" ]; then
    echo "There can be no test cluster here: $why." >&2
    exit 1
fi

close_door
exec 9>"$lock"
flock -s 9
trap leave EXIT
prepare >&2
exec 8>&-
# The command may be told to end; we go afterwards.
trap : INT TERM HUP
export K8S_DIR K8S_BIN NODE_IP HOST_IP AUDIT_LOG
if [ $# -eq 0 ]; then
    PATH="$K8S_BIN:$PATH"
    set -- "${SHELL:-sh}"
else
    unset KUBECONFIG
fi
status=0
"$@" || status=$?
exit $status
