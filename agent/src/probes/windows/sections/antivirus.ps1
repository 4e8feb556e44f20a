# The programs against malware that Windows knows of; servers have no Security Center, so Defender is asked itself there.

Read-Part 'products' { Get-Rows 'SecurityCenter2' 'AntiVirusProduct' 'displayName', 'productState' }
# It keeps that list; what it does not know is not there.
Read-Part 'service' { Get-Rows 'CIMV2' 'Win32_Service' @('State') "Name='wscsvc'" }
$products = $Out['products']['value']
if ($null -eq $products -or $products.Length -eq 0) {
  Read-Part 'defender' {
    Get-Rows 'Microsoft\Windows\Defender' 'MSFT_MpComputerStatus' 'AntivirusEnabled', 'RealTimeProtectionEnabled', 'DefenderSignaturesOutOfDate'
  }
}
