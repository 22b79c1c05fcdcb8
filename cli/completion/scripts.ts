/**
 * What each shell has to be told. Which words there are the command itself says whenever it is asked: what is offered is
 * always that of the version which is installed, and these scripts need no renewal. A first line `:files` or `:folders` leaves the
 * paths to the shell. Behind `npx`, the command is asked through npx, which installs nothing for that.
 */
export const completionScripts = {
  bash: `_pulumi_remoteit_ask() {
  local line current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  compopt +o default 2>/dev/null
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <("$@" complete -- "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
  local paths
  case "\${COMPREPLY[0]-}" in
    :files) paths=-f ;;
    :folders) paths=-d ;;
    *) return ;;
  esac
  COMPREPLY=()
  [[ $current == "=" ]] && current=
  current="\${current#[\\"\\']}"
  compopt -o filenames 2>/dev/null
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(compgen "$paths" -- "$current")
}
_pulumi_remoteit() {
  _pulumi_remoteit_ask "\${COMP_WORDS[0]}"
}
_pulumi_remoteit_npx() {
  local at=1
  while [[ $at -lt $COMP_CWORD && "\${COMP_WORDS[at]}" == -* ]]; do
    ((at++))
  done
  if [[ $at -lt $COMP_CWORD && "\${COMP_WORDS[at]}" == pulumi-remoteit ]]; then
    COMP_WORDS=("\${COMP_WORDS[@]:at}")
    COMP_CWORD=$((COMP_CWORD - at))
    _pulumi_remoteit_ask npx --no pulumi-remoteit
  elif [[ -n \${_pulumi_remoteit_npx_before-} ]]; then
    "$_pulumi_remoteit_npx_before" "$@"
  fi
}
if [[ $(complete -p npx 2>/dev/null) =~ -F\\ ([^ ]+) && "\${BASH_REMATCH[1]}" != _pulumi_remoteit_npx ]]; then
  _pulumi_remoteit_npx_before="\${BASH_REMATCH[1]}"
fi
complete -F _pulumi_remoteit pulumi-remoteit
complete -o default -F _pulumi_remoteit_npx npx
`,
  zsh: `#compdef pulumi-remoteit
_pulumi_remoteit_ask() {
  local -a found
  found=("\${(@f)$("$@" complete -- "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
  case "\${found[1]}" in
    "") return 1 ;;
    :files)
      compset -P '--*='
      _files
      ;;
    :folders)
      compset -P '--*='
      _files -/
      ;;
    *)
      found=("\${(@)found//:/\\\\:}")
      found=("\${(@)found/$'\\t'/:}")
      _describe pulumi-remoteit found
      ;;
  esac
}
_pulumi_remoteit() {
  _pulumi_remoteit_ask "\${words[1]}"
}
_pulumi_remoteit_npx() {
  local -i at=2
  while (( at < CURRENT )) && [[ "\${words[at]}" == -* ]]; do (( at += 1 )); done
  if (( at < CURRENT )) && [[ "\${words[at]}" == pulumi-remoteit(@*|) ]]; then
    words=("\${(@)words[at,-1]}")
    (( CURRENT -= at - 1 ))
    _pulumi_remoteit_ask npx --no pulumi-remoteit
  else
    "\${_pulumi_remoteit_npx_before:-_files}"
  fi
}
if [[ "\${_comps[npx]-}" != _pulumi_remoteit_npx ]]; then
  typeset -g _pulumi_remoteit_npx_before="\${_comps[npx]-}"
fi
compdef _pulumi_remoteit pulumi-remoteit
compdef _pulumi_remoteit_npx npx
`,
  fish: `function __pulumi_remoteit_ask
    set -l current (commandline -ct)
    set -l found ($argv "$current" 2>/dev/null)
    set -l flag (string match -r -- '^--[\\w-]+=' "$current")
    set -l value (string replace -r -- '^--[\\w-]+=' '' "$current")
    switch "$found[1]"
        case ':files'
            printf "$flag%s\\n" (__fish_complete_path "$value")
        case ':folders'
            printf "$flag%s\\n" (__fish_complete_directories "$value")
        case '?*'
            printf '%s\\n' $found
    end
end
function __pulumi_remoteit
    set -l words (commandline -opc)
    __pulumi_remoteit_ask $words[1] complete -- $words
end
function __pulumi_remoteit_npx_words
    set -l words (commandline -opc)
    set -e words[1]
    while string match -q -- '-*' "$words[1]"
        set -e words[1]
    end
    string match -q -r -- '^pulumi-remoteit(@|$)' "$words[1]"; and printf '%s\\n' $words
end
function __pulumi_remoteit_npx
    __pulumi_remoteit_ask npx --no pulumi-remoteit complete -- (__pulumi_remoteit_npx_words)
end
complete -c pulumi-remoteit -f -a '(__pulumi_remoteit)'
complete -c npx -n '__pulumi_remoteit_npx_words >/dev/null' -f -a '(__pulumi_remoteit_npx)'
`,
  powershell: `$pulumiRemoteit = {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -le $cursorPosition } | ForEach-Object { "$_" })
    if ($wordToComplete -eq '') { $words += '""' }
    $ask = @($words[0])
    if ($words[0] -match '^npx(\\.cmd|\\.ps1)?$') {
        $at = 1
        while ($at -lt $words.Count -and $words[$at] -like '-*') { $at++ }
        if ($at -ge $words.Count -or $words[$at] -notmatch '^pulumi-remoteit(@|$)') { return }
        $words = @($words[$at..($words.Count - 1)])
        $ask = @('npx', '--no', 'pulumi-remoteit')
    }
    $rest = @($ask | Select-Object -Skip 1) + @('complete', '--') + $words
    # Where the command names paths, or nothing, PowerShell offers its own.
    & $ask[0] @rest 2>$null | Where-Object { $_ -notmatch '^:' } | ForEach-Object {
        $value, $describe = $_ -split "\`t", 2
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $(if ($describe) { $describe } else { $value }))
    }
}
Register-ArgumentCompleter -Native -CommandName pulumi-remoteit, npx -ScriptBlock $pulumiRemoteit
`,
};
