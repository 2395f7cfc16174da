# Sourced by ./demo and ./check: names what is missing, and installs it where Debian's packages can be had.

need() { # need COMMAND PACKAGE WHAT-FOR
  command -v "$1" >/dev/null 2>&1 && return 0
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing $2 ($3) ..." >&2
    { apt-get install -y -q "$2" || { apt-get update -q && apt-get install -y -q "$2"; }; } >&2
  fi
  command -v "$1" >/dev/null 2>&1 || { echo "$1 is missing ($3): install it and try again." >&2; exit 1; }
}

need java openjdk-17-jdk-headless "JDK 17 or newer"
need javac openjdk-17-jdk-headless "JDK 17 or newer"
need mvn maven "Maven 3.8 or newer builds everything"
need node nodejs "Node 20 or newer runs small scripts and the browser tests"
need npm npm "npm brings the style sheets of Jira's pages"

java_version=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
if [ "${java_version%%.*}" -lt 17 ]; then
  echo "Java $java_version is too old: JDK 17 or newer is needed." >&2
  exit 1
fi
node_version=$(node -p 'process.versions.node.split(".")[0]')
if [ "$node_version" -lt 18 ]; then
  echo "Node $node_version is too old: Node 20 or newer is needed." >&2
  exit 1
fi
