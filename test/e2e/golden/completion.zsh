#compdef rotate-pr
# rotate-pr completion for zsh: put it as _rotate-pr into a folder of your fpath, or source it after compinit.
_rotate-pr() {
  local line
  local -a found
  for line in "${(@f)$("${(Q)words[1]}" __complete zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    if [[ $line == :files ]]; then
      _files
      return
    fi
    found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  _describe -t rotate-pr 'rotate-pr' found
}
if [[ $funcstack[1] == _rotate-pr ]]; then
  _rotate-pr "$@"
else
  compdef _rotate-pr rotate-pr
fi
