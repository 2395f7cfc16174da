#!/bin/sh
# Puts the front-end library that Jira's pages use where the stand-in serves it from:
#   fetch-aui.sh PACKAGES-FOLDER TARGET-FOLDER AUI-PACKAGE JQUERY-PACKAGE
# A missing npm is no failure: the pages then say that they have no styles.
packages=$1
target=$2
aui=$3
jquery=$4

if [ -f "$target/aui-prototyping.css" ] && [ -f "$target/jquery.js" ]; then
  exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "npm is absent: the pages of the Jira stand-in will have no styles."
  exit 0
fi
mkdir -p "$packages" "$target"
cd "$packages" || exit 1
for package in "$aui" "$jquery"; do
  if ! npm pack --silent "$package" >/dev/null; then
    echo "npm could not fetch $package: the pages of the Jira stand-in will have no styles."
    exit 0
  fi
done
tar xzf atlassian-aui-*.tgz
cp package/dist/aui/aui-prototyping.css package/dist/aui/aui-prototyping.js "$target/"
cp -R package/dist/aui/fonts package/dist/aui/images "$target/"
rm -rf package
tar xzf jquery-*.tgz
cp package/dist/jquery.min.js "$target/jquery.js"
rm -rf package
