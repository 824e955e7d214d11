#!/usr/bin/env bash
# Installs Debian's Exim if it is missing (it starts no service where there is no systemd), and runs it in the foreground:
#   mail.sh FOLDER PORT TLS_PORT
# FOLDER holds "exim.conf" and an empty folder "log"; what Exim logs is written to the standard output. It ends with this process.
set -euo pipefail
if [ ! -x /usr/sbin/exim4 ]; then
    apt-get -o DPkg::Lock::Timeout=300 update -qq
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends exim4-daemon-light >/dev/null
fi
export MAIL_FOLDER=$1
# shellcheck disable=SC2016
exec unshare --fork --pid --kill-child sh -c '
    /usr/sbin/exim4 -C "$MAIL_FOLDER/exim.conf" -bdf -oX "$1:$2" &
    exec tail -n +1 -F "$MAIL_FOLDER/log/mainlog" 2>/dev/null' sh "$2" "$3"
