#!/bin/sh
# Pushes to the running cluster's registry what tests deploy, and prints the names:
#   randomquotes:1.0.0 1.0.1 1.1.0    samples/random-quotes on a Java runtime of its own, made without Docker
#   hello:1 2                         answers "hello v1" on port 8080
#   crasher:1                         says why it cannot go on, and ends with 1
# Made once per machine and content; needs a JDK (JAVA_HOME) to make them, and nothing where they are pushed already.
set -eu
. "$(dirname -- "$0")/env.sh"
sample=$K8S_HOME/../samples/random-quotes
registry=$NODE_IP:5000
images='randomquotes:1.0.0 randomquotes:1.0.1 randomquotes:1.1.0 hello:1 hello:2 crasher:1'

mkdir -p "$K8S_CACHE"
exec 7>"$K8S_CACHE/images.lock"
flock 7
# By the sources and not by the jar, which differs with every build.
hash=$({
    find "$sample/src/main" "$sample/pom.xml" -type f | LC_ALL=C sort | while read -r file; do cat "$file"; done
    cat "$K8S_HOME/sample-image.sh" "$K8S_HOME/mkimage.sh" "$K8S_HOME/images.sh"
} | sha256sum | cut -c1-16)
layout=$K8S_CACHE/images-$hash
pushed=$K8S_DIR/images/pushed-$hash
work=''
trap 'rm -rf "$work"' EXIT

jar_is_fresh() {
    [ -f "$sample/target/random-quotes.jar" ] &&
        [ -z "$(find "$sample/src/main" "$sample/pom.xml" -type f -newer "$sample/target/random-quotes.jar")" ]
}

# Copies the shared libraries that the programs need, and the loader, to where they look for them.
copy_libraries() {
    root=$1
    shift
    for program in "$@"; do ldd "$program" 2>/dev/null; done | grep -o '/[^ ]*' | sort -u | while read -r library; do
        case "$library" in "$root"/*) continue ;; esac
        mkdir -p "$root$(dirname -- "$library")"
        cp -L "$library" "$root$library"
    done
}

# A root folder with a Java runtime of just the modules that the sample needs, its jars, and catatonit as process 1.
sample_root() {
    root=$1
    if ! jar_is_fresh; then
        (cd "$K8S_HOME/.." && ./mvnw -B -q -DskipTests -Dspotless.check.skip=true -pl samples/random-quotes package 7>&-) >&2
    fi
    mkdir -p "$root/app/lib" "$root/data" "$root/tmp" "$root/etc" "$root/proc" "$root/sys" "$root/dev"
    chmod 1777 "$root/data" "$root/tmp"
    cp "$sample/target/random-quotes.jar" "$root/app/"
    cp "$sample"/target/lib/*.jar "$root/app/lib/"
    cp "$(command -v catatonit)" "$root/init"
    modules=$("$JAVA_HOME/bin/jdeps" --print-module-deps --ignore-missing-deps --multi-release 25 --recursive \
        --class-path "$root/app/lib/*" "$root/app/random-quotes.jar")
    "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$root/java"
    copy_libraries "$root" "$root/java/bin/java" "$root"/java/lib/*.so "$root"/java/lib/server/*.so
}

# keep ARCHIVE NAME:TAG: adds an archive of mkimage.sh to the layout, in which images share their layers.
keep() { skopeo --insecure-policy copy -q "docker-archive:$1" "oci:$work/layout:$2"; }

make_images() {
    : "${JAVA_HOME:?has to name a JDK 25}"
    work=$(mktemp -d "$K8S_CACHE/making.XXXXXX")
    sample_root "$work/root"
    for version in 1.0.0 1.0.1 1.1.0; do
        IMAGE_ENV="[\"APP_VERSION=$version\",\"PORT=8080\",\"DATABASE_FILE=/data/random-quotes.db\"]" IMAGE_USER=10001:10001 \
            "$K8S_HOME/mkimage.sh" "$work/image.tar" "registry.local/randomquotes:$version" "$work/root" \
            '["/init","--","/java/bin/java","-XX:+UseSerialGC","-Xmx64m","-jar","/app/random-quotes.jar"]' 8080
        keep "$work/image.tar" "randomquotes:$version"
    done
    for image in hello:1 hello:2 crasher:1; do keep "$K8S_DIR/images/${image%:*}-${image#*:}.tar" "$image"; done
    mv "$work/layout" "$layout"
}

if [ ! -f "$pushed" ]; then
    [ -d "$layout" ] || make_images
    for image in $images; do
        skopeo --insecure-policy copy -q --dest-tls-verify=false "oci:$layout:$image" "docker://$registry/$image"
    done
    touch "$pushed"
fi
for image in $images; do echo "$registry/$image"; done
