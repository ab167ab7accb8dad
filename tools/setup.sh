#!/usr/bin/env bash
# Makes ready what the desk needs: Debian's libraries for Qt, a virtual environment in the checkout, the locked packages.
# setup.sh run   what `make run` needs          setup.sh dev   the same and the tools of `make test`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose=${1:?run or dev}
lock=requirements.lock
[ "$purpose" = dev ] && lock=requirements-dev.lock

# a window and QtWebEngine, measured in a bare Debian 12 with each left out in turn
qt_libraries=(
    libegl1 libgl1 libxcomposite1 libxdamage1 libxrandr2 libxtst6 libasound2 libdbus-1-3 libfontconfig1 libglib2.0-0
    libnss3 libxkbfile1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0
)
# Chinese text, and a screen where there is none
screen_packages=(fonts-noto-cjk xvfb xauth)
# tests with a phone's browser on a second host of this machine; without them these tests are skipped and say so
test_packages=(chromium iproute2 libnss3-tools xauth)

say() { printf '» %s\n' "$*"; }
refuse() { printf '%s\n' "$*" >&2; exit 1; }

modern_python() {
    local candidate
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

installed() { # later Debian releases carry some of the names with t64 behind them
    { dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null || true; } | grep -qx installed
}

missing_packages() {
    local name
    for name in "${qt_libraries[@]}" "${screen_packages[@]}"; do
        installed "$name" || printf '%s\n' "$name"
    done
    if ! command -v python3 >/dev/null; then
        printf '%s\n' python3 python3-venv
    elif python=$(modern_python) && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        printf '%s\n' python3-venv
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

may_become_root() {
    [ "$(id -u)" = 0 ] && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null && return 0
    [ -t 0 ] && [ -t 2 ] && sudo -v # asks for the password at the terminal
}

install_libraries() {
    local missing line log apt
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say '不是 Debian 系统：Qt 所需系统库请自行安装 · not a Debian system: the libraries Qt needs are left to you'
        return 0
    fi
    mapfile -t missing < <(missing_packages)
    [ ${#missing[@]} -eq 0 ] && return 0
    line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    may_become_root || refuse "缺少系统库，请以 root 身份运行这一行后重试 (libraries are missing: run this line as root, then try again): $line"

    say "安装 ${#missing[@]} 个系统软件包 · installing ${#missing[@]} Debian packages"
    log=$(mktemp)
    apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120)
    if ! { as_root "${apt[@]}" update && as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } </dev/null >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        refuse "系统软件包没有装上，请检查网络后运行 (the packages could not be installed: check the network, then run): $line"
    fi
    rm -f "$log"
}

install_test_packages() { # quietly left out where nobody is root, or where Debian's archive cannot be reached
    local missing=() name apt
    if [ "$(id -u)" != 0 ] || ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        return 0
    fi
    for name in "${test_packages[@]}"; do
        installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "安装测试用的系统软件包 · installing Debian packages for the tests: ${missing[*]}"
    apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120)
    if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } </dev/null >/dev/null 2>&1; then
        say '没有装上，用到它们的测试将跳过 · not installed: the tests that need them will be skipped'
    fi
}

make_environment() {
    local python
    python=$(modern_python) || refuse "需要 Python 3.11 或更新版本，现有 $(python3 --version 2>&1 || echo none) (Python 3.11 or newer is needed)"
    if [ -x .venv/bin/python ] && .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        return 0
    fi
    say "建立虚拟环境 .venv · making the virtual environment ($("$python" --version))"
    "$python" -m venv --clear .venv || refuse '虚拟环境没有建成 (the virtual environment could not be made)'
}

install_packages() {
    local pip log attempt
    say "安装锁定的 Python 软件包（首次约 300 MB）· installing the locked Python packages (about 300 MB the first time)"
    pip=(.venv/bin/python -m pip install --disable-pip-version-check --no-input -q --progress-bar off
        --only-binary :all: --require-hashes -r "$lock")
    log=$(mktemp)
    for attempt in 1 2; do
        if "${pip[@]}" >"$log" 2>&1; then
            rm -f "$log"
            return 0
        fi
        [ "$attempt" = 1 ] && say '网络不稳，再试一次 · trying once more'
    done
    tail -n 15 "$log" >&2
    rm -f "$log"
    refuse 'Python 软件包没有装上，请检查网络后重试 (the Python packages could not be installed: check the network and try again)'
}

install_libraries
if [ "$purpose" = dev ]; then install_test_packages; fi
make_environment
install_packages
touch ".venv/.ready-$purpose"
[ "$purpose" = dev ] && touch .venv/.ready-run
say "准备完毕，用时 ${SECONDS} 秒 · ready after ${SECONDS} s"
