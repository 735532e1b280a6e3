Register-ArgumentCompleter -Native -CommandName portico -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # The words as they stand; nothing of the command line is run.
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    # Windows PowerShell drops an empty argument; Portico reads one space as nothing.
    $word = $wordToComplete.Trim("'", '"')
    if ($word -eq '') { $word = ' ' }
    portico complete '--' @words $word 2>$null | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        if (-not $help) { $help = $value }
        $text = if ($value -match ' ') { "'$value'" } else { $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $help)
    }
}
