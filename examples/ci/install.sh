#!/usr/bin/env bash
# Installs the packages of npm and, for a program that uses the plugin, the plugin that is among them and the SDKs of Pulumi.yaml.
set -euo pipefail

npm ci
if grep -q '^packages:' Pulumi.yaml; then
  version=$(node -p "require('./node_modules/pulumi-remoteit/package.json').version")
  pulumi plugin install resource remoteit "v$version" --file node_modules/.bin/pulumi-resource-remoteit
  pulumi install
fi
