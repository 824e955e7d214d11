# Readies kubectl for a program, then becomes that program.
# kubectl.sh KUBECONFIG KUBECTL PROGRAM [ARGUMENT]...
#   KUBECONFIG  a file in this folder
#   KUBECTL     the name of a program on the PATH, or its path

# refuse SENTENCE: ends; the sentence is the step's error.
refuse() {
    printf "##octopus[resultMessage message='%s']\n" "$(printf '%s' "$1" | base64 -w 0)"
    exit 1
}

KUBECONFIG=$PWD/$1
export KUBECONFIG
kubectl=$(command -v -- "$2") && [ -f "$kubectl" ] && [ -x "$kubectl" ] ||
    refuse "The program $2 was not found on this machine (PATH is $PATH). Install kubectl there, or name its path in Octopus.Action.Kubernetes.CustomKubectlExecutable."

# Scripts call it kubectl whatever its name is.
if [ "$2" != kubectl ]; then
    case $kubectl in /*) ;; *) kubectl=$PWD/$kubectl ;; esac
    mkdir -p .tako/bin && ln -s "$kubectl" .tako/bin/kubectl || refuse "No link to $kubectl could be made in the working folder."
    PATH=$PWD/.tako/bin:$PATH
    export PATH
fi

version=$("$kubectl" version --client 2>&1) ||
    refuse "The program $kubectl does not run as kubectl: $version"
printf '##octopus[stdout-verbose]\n%s\n##octopus[stdout-default]\n' "$version"

shift 2
command -v -- "$1" >/dev/null ||
    refuse "The program $1 was not found on this machine (PATH is $PATH). Install it, or write the script in another language."
exec "$@"
