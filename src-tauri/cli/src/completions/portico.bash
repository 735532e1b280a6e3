# Words are read line by line: in a plain $(...) a customer called * would become the names of files.
_portico() {
    local word
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        case ${COMP_WORDS[COMP_CWORD]} in
            [\"\']*) ;;
            *) word=${word// /\\ } ;;
        esac
        COMPREPLY+=("$word")
    done < <(portico complete -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$2" 2>/dev/null)
}
complete -o default -F _portico portico
