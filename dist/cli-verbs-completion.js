// src/cli/verbs/completion.ts
async function runCompletion({ shell }, io) {
	io.stdout.write(SCRIPTS[shell]);
	return 0;
}
const SCRIPTS = {
	bash: `# rotate-pr completion for bash: source it, or put it into the folder of your completions.
_rotate_pr() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2")
      return
    fi
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <("$1" __complete bash "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _rotate_pr rotate-pr
`,
	zsh: `#compdef rotate-pr
# rotate-pr completion for zsh: put it as _rotate-pr into a folder of your fpath, or source it after compinit.
_rotate-pr() {
  local line
  local -a found
  for line in "\${(@f)$("\${(Q)words[1]}" __complete zsh "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    if [[ $line == :files ]]; then
      _files
      return
    fi
    found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe -t rotate-pr 'rotate-pr' found
}
if [[ $funcstack[1] == _rotate-pr ]]; then
  _rotate-pr "$@"
else
  compdef _rotate-pr rotate-pr
fi
`,
	fish: `# rotate-pr completion for fish: put it as rotate-pr.fish into ~/.config/fish/completions.
function __rotate_pr_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in ($program __complete fish $words "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c rotate-pr -f -a '(__rotate_pr_complete)'
`
};
export { runCompletion };
