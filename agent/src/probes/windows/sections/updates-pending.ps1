# The updates that wait, from what Windows Update found at its own last search: this asks no server.

Read-Part 'pending' {
  $session = New-Object -ComObject 'Microsoft.Update.Session'
  $session.ClientApplicationID = 'somay-agent'
  $searcher = $session.CreateUpdateSearcher()
  $searcher.Online = $false
  $updates = @()
  foreach ($update in $searcher.Search("IsInstalled=0 and IsHidden=0 and BrowseOnly=0 and Type='Software'").Updates) {
    $articles = @()
    foreach ($article in $update.KBArticleIDs) { $articles += [string]$article }
    $categories = @()
    foreach ($category in $update.Categories) { $categories += [string]$category.CategoryID }
    $updates += , @{ id = [string]$update.Identity.UpdateID; title = [string]$update.Title; severity = [string]$update.MsrcSeverity; articles = $articles; categories = $categories }
  }
  , $updates
}
