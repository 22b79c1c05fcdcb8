#!/usr/bin/env bash
# For a job that runs every day: until the day that the stack's configuration names, that day included, it lets the partner in, and
# after it puts them out. Arguments go to Pulumi: `./daily.sh --stack prod`.
set -euo pipefail

last_day=$(pulumi config get until "$@")
if [[ ! $last_day =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]]; then
  echo "until is \"$last_day\": write a day, such as 2026-12-31." >&2
  exit 1
fi

if [[ $(date -u +%F) > $last_day ]]; then
  pulumi destroy --yes --skip-preview "$@"
else
  pulumi up --yes --skip-preview "$@"
fi
