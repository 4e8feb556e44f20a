# The updates that wait, from what Windows Update found at its own last search: this asks no server.

Read-Part 'pending' {
  $session = New-Object -ComObject 'Microsoft.Update.Session'
  $session.ClientApplicationID = 'somay-agent'
  $searcher = $session.CreateUpdateSearcher()
  $searcher.Online = $false
  $found = $searcher.Search("IsInstalled=0 and IsHidden=0 and BrowseOnly=0 and Type='Software'")
  # 2 is "succeeded"; with errors or broken off, the list is not whole.
  if ([int]$found.ResultCode -ne 2) { throw (New-Object System.InvalidOperationException) }
  $updates = @()
  foreach ($update in $found.Updates) {
    $articles = @()
    foreach ($article in $update.KBArticleIDs) { $articles += [string]$article }
    $categories = @()
    foreach ($category in $update.Categories) { $categories += [string]$category.CategoryID }
    $updates += , @{ id = [string]$update.Identity.UpdateID; title = [string]$update.Title; severity = [string]$update.MsrcSeverity; articles = $articles; categories = $categories }
  }
  , $updates
}
