# Offers variables and functions to a Bash script, then runs it in this same shell.
# Beside this file lies `variables`: name, NUL, value, NUL, and so on. It is read as data, and removed at once.

declare -A __tako_variables=()

__tako_load() {
    local LC_ALL=C folder=${BASH_SOURCE[0]%/*} entries=() i
    mapfile -d '' -t entries <"$folder/variables"
    rm -f -- "$folder/variables"
    for ((i = 0; i + 1 < ${#entries[@]}; i += 2)); do
        __tako_variables[v${entries[i],,}]=${entries[i + 1]}
    done
    [[ $(<Script.sh) == *'octopus_parameters['* ]] || return 0
    declare -gA octopus_parameters=()
    for ((i = 0; i + 1 < ${#entries[@]}; i += 2)); do
        [[ ${entries[i]} == [@*] ]] || octopus_parameters[${entries[i]}]=${entries[i + 1]}
    done
}

# get_octopusvariable NAME: prints the value, or nothing. Letter case of the name does not matter.
get_octopusvariable() {
    local LC_ALL=C
    local key=v${1-}
    key=${key,,}
    printf '%s' "${__tako_variables[$key]-}"
}

encode_servicemessagevalue() {
    printf '%s' "${1-}" | base64 -w 0
}

decode_servicemessagevalue() {
    printf '%s' "${1-}" | base64 -d
}

# __tako_message NAME [KEY VALUE]...: writes a service message.
__tako_message() {
    local message=$1
    shift
    while (($# > 1)); do
        message+=" $1='$(encode_servicemessagevalue "$2")'"
        shift 2
    done
    printf '##octopus[%s]\n' "$message"
}

# __tako_at LEVEL TEXT: writes text at another level.
__tako_at() {
    printf '##octopus[stdout-%s]\n%s\n##octopus[stdout-default]\n' "$1" "$2"
}

# set_octopusvariable NAME VALUE [-sensitive]
set_octopusvariable() {
    if [[ ${3-} == -sensitive ]]; then
        __tako_message setVariable name "${1-}" value "${2-}" sensitive True
    else
        __tako_message setVariable name "${1-}" value "${2-}"
    fi
}

# new_octopusartifact PATH [NAME]: the file is kept when the script has ended.
new_octopusartifact() {
    local path=${1-} name=${2-}
    echo "Collecting $path as an artifact..."
    if [[ ! -f $path ]]; then
        echo "There is no file \"$path\" to collect as an artifact." >&2
        exit 1
    fi
    [[ $path == /* ]] || path=$PWD/$path
    [[ -n $name ]] || name=${path##*/}
    __tako_message createArtifact path "$path" name "$name" length "$(($(wc -c <"$path")))"
}

update_progress() {
    __tako_message progress percentage "${1-}" message "${2-}"
}

write_verbose() {
    __tako_at verbose "$*"
}

write_highlight() {
    __tako_at highlight "$*"
}

write_wait() {
    __tako_at wait "$*"
}

write_warning() {
    __tako_at warning "$*"
}

# fail_step [MESSAGE]: ends the script; the message is the step's error.
fail_step() {
    [[ -z ${1-} ]] || __tako_message resultMessage message "$1"
    exit 1
}

# set_environmentstate KEY VALUE [-sensitive] [TYPE]
set_environmentstate() {
    local key=${1-} value=${2-} sensitive=False type=State word
    shift $(($# < 2 ? $# : 2))
    for word in "$@"; do
        if [[ $word == -sensitive ]]; then sensitive=True; else type=$word; fi
    done
    __tako_message set-environmentstate key "$key" value "$value" sensitive "$sensitive" type "$type"
}

set_environmenturl() {
    set_environmentstate "${1-}" "${2-}" Url
}

report_kubernetes_manifest() {
    __tako_message k8s-manifest-applied manifest "${1-}" ns "${2-}"
}

report_kubernetes_manifest_file() {
    local path=${1-}
    if [[ ! -f $path ]]; then
        echo "There is no manifest file \"$path\" to report." >&2
        exit 1
    fi
    report_kubernetes_manifest "$(<"$path")" "${2-}"
}

remove-octopustarget() {
    __tako_message delete-target machine "${1-}"
}

# new_octopustarget --name N --target-id ID --inputs JSON [--roles R] [--worker-pool P] [--update-if-existing]
new_octopustarget() {
    local attributes=()
    while (($# > 0)); do
        case $1 in
            --name | -n) attributes+=(name "${2-}") ;;
            --target-id) attributes+=(targetId "${2-}") ;;
            --inputs) attributes+=(inputs "${2-}") ;;
            --roles) attributes+=(octopusRoles "${2-}") ;;
            --worker-pool) attributes+=(octopusDefaultWorkerPoolIdOrName "${2-}") ;;
            --update-if-existing)
                attributes+=(updateIfExisting True)
                shift
                continue
                ;;
            *)
                echo "new_octopustarget does not know \"$1\"." >&2
                exit 1
                ;;
        esac
        shift $(($# < 2 ? $# : 2))
    done
    __tako_message createStepPackageTarget "${attributes[@]}"
}

log_environment_information() {
    [[ $(get_octopusvariable Octopus.Action.Script.SuppressEnvironmentLogging) != [Tt]rue ]] || return 0
    __tako_at verbose "Bash environment information:
  Operating system: $(uname -srm)
  User: $(id -un 2>/dev/null || echo "$EUID")
  Host: $HOSTNAME
  Processors: $(nproc 2>/dev/null || echo unknown)
  Current folder: $PWD
  Temporary folder: ${TMPDIR-/tmp}
  Process: $$"
}

__tako_load
unset -f __tako_load
log_environment_information
source ./Script.sh
