# The last installations Windows Update remembers: when, with what end, and of which kind.

Read-Part 'history' {
  $searcher = (New-Object -ComObject 'Microsoft.Update.Session').CreateUpdateSearcher()
  $total = $searcher.GetTotalHistoryCount()
  $entries = @()
  # Asking for none is an error.
  if ($total -gt 0) {
    foreach ($entry in $searcher.QueryHistory(0, [Math]::Min($total, 300))) {
      $categories = @()
      # Windows 7 and newer tell categories; an entry without them is judged by its title.
      try { foreach ($category in $entry.Categories) { $categories += [string]$category.CategoryID } } catch { }
      $entries += , @{ at = (Format-Utc $entry.Date); operation = [int]$entry.Operation; result = [int]$entry.ResultCode; title = [string]$entry.Title; categories = $categories }
    }
  }
  , $entries
}
