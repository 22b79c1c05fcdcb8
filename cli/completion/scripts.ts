/**
 * What each shell has to be told. Which words there are the command itself says whenever it is asked: what is offered is
 * always that of the version which is installed, and these scripts need no renewal.
 */
export const completionScripts = {
  bash: `_pulumi_remoteit() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
}
complete -o default -F _pulumi_remoteit pulumi-remoteit
`,
  zsh: `#compdef pulumi-remoteit
_pulumi_remoteit() {
  local -a found
  found=("\${(@f)$("\${words[1]}" complete -- "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
  if [[ -z "\${found[1]}" ]]; then
    _files
    return
  fi
  found=("\${(@)found//:/\\\\:}")
  found=("\${(@)found/$'\\t'/:}")
  _describe pulumi-remoteit found
}
compdef _pulumi_remoteit pulumi-remoteit
`,
  fish: `function __pulumi_remoteit
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l found ($words[1] complete -- $words "$current" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c pulumi-remoteit -f -a '(__pulumi_remoteit)'
`,
};
