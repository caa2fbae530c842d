#!/bin/sh
# Finds what a build needs before it starts: JDK 25 with jlink, Maven, git (only for --version).
# stdout: the folder of the JDK to use. stderr: what is missing, each with the line that installs
# it. Exit code 1 when the build can't start. Reads files instead of starting Java: ~20 ms.
# JDK_PLACES: folders to look into for a JDK when JAVA_HOME is none (space-separated).
set -u

places=${JDK_PLACES:-"/usr/lib/jvm /usr/java /Library/Java/JavaVirtualMachines ${HOME:-}/.sdkman/candidates/java"}

say() { printf '%s\n' "$*" >&2; }

# Can jlink link from this JDK? From jmods, or (JEP 493) from a run-time image that knows what it
# was built from; the entries' names stand at the head of lib/modules, jlink itself is asked last.
links() {
  [ -d "$1/jmods" ] ||
    head -c 8000000 "$1/lib/modules" 2>/dev/null | LC_ALL=C grep -q -a 'fs_java.base_files' ||
    "$1/bin/jlink" --help 2>/dev/null | grep -q 'Linking from run-time image enabled'
}

# Prints why the folder can't build Shelfcast; prints nothing when it can.
fault() {
  version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null)
  case $version in
    25 | 25[.+-]*) ;;
    '') echo "holds no JDK" && return ;;
    *) echo "is Java $version" && return ;;
  esac
  if [ ! -x "$1/bin/javac" ]; then
    echo "is a JRE: it has no javac"
  elif [ ! -x "$1/bin/jlink" ]; then
    echo "has no jlink"
  elif ! links "$1"; then
    echo "has no jmods folder, and its run-time image can't be linked from either (JEP 493)"
  fi
}

# The folder of the `java` on PATH, symbolic links followed.
home_on_path() {
  java=$(command -v java) || return
  while [ -L "$java" ]; do
    target=$(readlink "$java")
    case $target in
      /*) java=$target ;;
      *) java=$(dirname "$java")/$target ;;
    esac
  done
  echo "${java%/bin/java}"
}

# Prints the first folder that can build.
find_jdk() {
  for place in $places; do
    for home in "$place"/*25* "$place"/*25*/Contents/Home; do
      [ -d "$home" ] && [ -z "$(fault "$home")" ] && echo "$home" && return
    done
  done
  home=$(home_on_path)
  [ -n "$home" ] && [ -z "$(fault "$home")" ] && echo "$home"
}

missing=0

if [ -z "${JAVA_HOME:-}" ]; then
  reason="JAVA_HOME is not set"
else
  reason=$(fault "$JAVA_HOME")
  reason=${reason:+"JAVA_HOME ($JAVA_HOME) $reason"}
fi
if [ -z "$reason" ]; then
  jdk=$JAVA_HOME
else
  jdk=$(find_jdk)
  if [ -n "$jdk" ]; then
    say "$reason: using JDK 25 in $jdk"
  else
    missing=1
    say "JDK 25 is missing: $reason, and there is none in $places or on PATH. To install it:"
    say '  Debian   curl -fsS https://packages.adoptium.net/artifactory/api/gpg/key/public | sudo tee /etc/apt/keyrings/adoptium.asc >/dev/null && echo "deb [signed-by=/etc/apt/keyrings/adoptium.asc] https://packages.adoptium.net/artifactory/deb $(. /etc/os-release && echo $VERSION_CODENAME) main" | sudo tee /etc/apt/sources.list.d/adoptium.list && sudo apt-get update && sudo apt-get install temurin-25-jdk'
    say '  Fedora   sudo dnf install adoptium-temurin-java-repository && sudo fedora-third-party enable && sudo dnf install temurin-25-jdk'
    say '  macOS    brew install --cask temurin@25'
  fi
fi

if ! command -v mvn >/dev/null 2>&1; then
  missing=1
  say 'Maven is missing; it fetches the jars that deps/pom.xml lists. To install it:'
  say '  Debian   sudo apt-get install maven'
  say '  Fedora   sudo dnf install maven'
  say '  macOS    brew install maven'
fi

if ! command -v git >/dev/null 2>&1; then
  say 'git is missing: the build goes on, but --version will not know its revision. To install it:'
  say '  Debian   sudo apt-get install git'
  say '  Fedora   sudo dnf install git'
  say '  macOS    xcode-select --install'
fi

[ "$missing" -eq 0 ] || exit 1
echo "$jdk"
