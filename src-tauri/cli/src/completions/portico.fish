function __portico_complete
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    portico complete -- $words[2..] (commandline --current-token --cut-at-cursor | string unescape) 2>/dev/null
end
complete --command portico --no-files --arguments '(__portico_complete)'
complete --command portico --condition '__fish_seen_subcommand_from import export' --force-files
