#compdef portico
_portico() {
    local line
    local -a values shown
    for line in "${(@f)$(portico complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        values+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
    done
    # Portico has matched already, accents and case aside.
    if (( $#values )); then
        compadd -U -V customers -l -d shown -a values
    else
        _files
    fi
}
if [[ $funcstack[1] == _portico ]]; then
    _portico "$@"
else
    compdef _portico portico
fi
