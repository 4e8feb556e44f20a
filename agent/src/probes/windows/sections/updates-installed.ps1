# The updates Windows lists as installed; who installed them is not read.

Read-Part 'fixes' { Get-Rows 'CIMV2' 'Win32_QuickFixEngineering' 'HotFixID', 'InstalledOn' }
