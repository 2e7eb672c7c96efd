# shellcheck shell=bash
# What the scripts of this folder share. Source it; it runs nothing by itself.
# Works with bash 3.2, GNU and BSD tools. Every message goes to standard error; exit codes are the caller's.

MUHR_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
MUHR_HOME=${MUHR_HOME:-$MUHR_ROOT/.muhr}
MUHR_VERSION=0.1.0

muhr_say() {
    printf '%s\n' "$*" >&2
}

muhr_fail() {
    muhr_say "$*"
    exit 1
}

# How every Java program of ours is run: small, and quick to start. The TLS library's native part is meant to be loaded,
# which Java from 24 on would otherwise warn of.
# shellcheck disable=SC2034
MUHR_JAVA_OPTIONS=(-XX:+UseSerialGC -Xshare:auto --enable-native-access=ALL-UNNAMED)

# --- Java and Maven ---------------------------------------------------------------------------------------------

# The major version of the Java in home $1; empty when there is no complete JDK in it.
muhr_jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1
}

# Prints the home of the first JDK of version 17 or newer: JAVA_HOME, the javac on PATH, macOS's own choice.
muhr_find_jdk() {
    local candidate compiler version
    compiler=$(command -v javac || true)
    while [ -n "$compiler" ] && [ -L "$compiler" ]; do
        candidate=$(readlink "$compiler")
        case $candidate in
            /*) compiler=$candidate ;;
            *) compiler=$(dirname "$compiler")/$candidate ;;
        esac
    done
    for candidate in "${JAVA_HOME:-}" "${compiler%/bin/javac}" \
        "$([ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 17+ 2>/dev/null)"; do
        [ -n "$candidate" ] || continue
        version=$(muhr_jdk_version "$candidate")
        if [ -n "$version" ] && [ "$version" -ge 17 ]; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

# Installs packages when that is possible without asking: as root on Debian or Ubuntu. $1: what for; rest: packages.
muhr_install() {
    local purpose=$1
    shift
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    muhr_say "Installing $* ($purpose) ..."
    mkdir -p "$MUHR_HOME/log"
    {
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
            { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
    } >>"$MUHR_HOME/log/install.log" 2>&1
}

# Sets and exports JAVA_HOME, and MUHR_JAVA, the java to run.
muhr_need_java() {
    if ! JAVA_HOME_FOUND=$(muhr_find_jdk); then
        muhr_install "Java 17" openjdk-17-jdk-headless || true
        JAVA_HOME_FOUND=$(muhr_find_jdk) || muhr_fail "A JDK of version 17 or newer is needed and was not found. \
Install it (Debian: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk@17) or set JAVA_HOME to it."
    fi
    export JAVA_HOME=$JAVA_HOME_FOUND
    # Read by the scripts that source this file.
    # shellcheck disable=SC2034
    MUHR_JAVA=$JAVA_HOME/bin/java
}

muhr_need_maven() {
    command -v mvn >/dev/null && return 0
    muhr_install "Maven" maven || true
    command -v mvn >/dev/null || muhr_fail "Maven 3.8 or newer is needed and was not found. \
Install it (Debian: apt-get install maven; macOS: brew install maven)."
}

# --- Building ---------------------------------------------------------------------------------------------------

# The jar of module $1.
muhr_jar() {
    printf '%s\n' "$MUHR_ROOT/$1/target/$(basename "$1")-$MUHR_VERSION.jar"
}

# The class path of module $1, which runs as a program.
muhr_class_path() {
    printf '%s\n' "$(muhr_jar "$1"):$MUHR_ROOT/$1/target/lib/*"
}

# True when module $1 was not built, or anything that goes into a build changed since. A build that leaves a jar as it is
# does not touch it: so the time of the last build is kept beside it.
muhr_is_stale() {
    local jar mark
    jar=$(muhr_jar "$1")
    mark=$MUHR_ROOT/$1/target/built
    [ -f "$jar" ] || return 0
    [ -f "$mark" ] && [ "$mark" -nt "$jar" ] || mark=$jar
    [ -n "$(cd "$MUHR_ROOT" && find pom.xml network/network.yaml ./*/pom.xml ./*/*/pom.xml ./*/src/main ./*/*/src/main \
        -type f -newer "$mark" -print 2>/dev/null | head -n 1)" ]
}

# Builds the given modules (all, when none is given) if they need it. The whole output is in log/build.log.
muhr_build() {
    local module begun log=$MUHR_HOME/log/build.log
    local modules=("$@")
    [ $# -gt 0 ] || modules=(chaincode/contract network client)
    local stale=
    for module in "${modules[@]}"; do
        if muhr_is_stale "$module"; then stale=1; fi
    done
    [ -n "$stale" ] || return 0
    muhr_need_java
    muhr_need_maven
    mkdir -p "$MUHR_HOME/log"
    muhr_say "Building ${modules[*]} (the first time takes minutes; output in $log) ..."
    begun=$MUHR_HOME/log/build.begun
    : >"$begun"
    if ! (cd "$MUHR_ROOT" && mvn -q -B -DskipTests -pl "$(IFS=,; printf '%s' "${modules[*]}")" -am package) \
        >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        muhr_fail "The build failed; its whole output is in $log."
    fi
    for module in "${modules[@]}"; do
        touch -r "$begun" "$MUHR_ROOT/$module/target/built"
    done
}

# --- Processes --------------------------------------------------------------------------------------------------

# When process $1 was started, in the system's own words: together with its id it names one process for good. Empty for
# a dead one that nobody has reaped, as happens in containers without an init.
muhr_birth() {
    if [ -r "/proc/$1/stat" ]; then
        sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'
    else
        LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null
    fi
}

muhr_pid() {
    sed -n 1p "$MUHR_HOME/run/$1.pid" 2>/dev/null
}

# True when $1 runs and is the very process that muhr_start started.
muhr_running() {
    local pid birth
    pid=$(muhr_pid "$1")
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
    birth=$(muhr_birth "$pid")
    [ -n "$birth" ] && [ "$birth" = "$(sed -n 2p "$MUHR_HOME/run/$1.pid")" ]
}

# muhr_start NAME COMMAND...: runs it in the background; its output goes to log/NAME.log.
muhr_start() {
    local name=$1 pid
    shift
    if muhr_running "$name"; then
        muhr_say "$name is already running (process $(muhr_pid "$name"))."
        return 1
    fi
    mkdir -p "$MUHR_HOME/run" "$MUHR_HOME/log"
    (
        # The process writes itself down before it is the command: whoever kills this script leaves none that nobody knows.
        self=$(exec sh -c 'echo "$PPID"')
        printf '%s\n%s\n' "$self" "$(muhr_birth "$self")" >"$MUHR_HOME/run/$name.new"
        mv "$MUHR_HOME/run/$name.new" "$MUHR_HOME/run/$name.pid"
        exec nohup "$@"
    ) >"$MUHR_HOME/log/$name.log" 2>&1 </dev/null &
    pid=$!
    until [ "$(muhr_pid "$name")" = "$pid" ] || ! kill -0 "$pid" 2>/dev/null; do
        sleep 0.01
    done
}

# Waits until $1 runs no more, for 10 s at most; fails when it still does.
muhr_await_end() {
    local turn=0
    while muhr_running "$1"; do
        [ "$turn" -lt 100 ] || return 1
        sleep 0.1
        turn=$((turn + 1))
    done
}

# muhr_stop NAME: asks it to end, and after 10 s makes it.
muhr_stop() {
    local name=$1 pid
    if muhr_running "$name"; then
        pid=$(muhr_pid "$name")
        kill -TERM "$pid" 2>/dev/null || true
        if ! muhr_await_end "$name"; then
            muhr_say "$name (process $pid) did not end within 10 s and is killed."
            kill -KILL "$pid" 2>/dev/null || true
            # It holds its ports and files until it is gone, which whoever is started in its place needs.
            muhr_await_end "$name" || muhr_say "$name (process $pid) was killed and has not ended."
        fi
    fi
    rm -f "$MUHR_HOME/run/$name.pid"
}

# The names of all that was started and not stopped, running or dead.
muhr_started() {
    local file
    for file in "$MUHR_HOME"/run/*.pid; do
        [ -e "$file" ] && basename "$file" .pid
    done
    return 0
}
