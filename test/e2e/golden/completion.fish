# rotate-pr completion for fish: put it as rotate-pr.fish into ~/.config/fish/completions.
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
