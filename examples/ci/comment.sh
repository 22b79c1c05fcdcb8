#!/usr/bin/env bash
# Prints the comment on a pull request or merge request, made of drift.md and preview.txt. It stays below the 65,536
# characters that GitHub takes: what has no room is left out, and the comment says so.
set -euo pipefail

echo '<!-- remoteit -->'

if [ "$(wc -c < drift.md)" -le 40000 ]; then
  cat drift.md
else
  sed '/^### /,$d' drift.md # up to the first finding: the counts
  echo 'The findings have no room here: pulumi-remoteit drift shows them.'
fi

# Names come from outside. Within <pre> nothing is Markdown, and without a < nothing ends it.
sed 's/&/\&amp;/g; s/</\&lt;/g' preview.txt > preview.html
printf '\n## Preview\n\n<details><summary>pulumi preview</summary>\n\n<pre>\n'
head -c 20000 preview.html
[ "$(wc -c < preview.html)" -le 20000 ] || printf '\n… the rest has no room here: the log of the run holds it.'
printf '\n</pre>\n\n</details>\n'
