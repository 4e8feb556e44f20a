# The programs against malware that Windows knows of; servers have no Security Center, so Defender is asked itself there.

Read-Part 'products' { Get-Rows 'SecurityCenter2' 'AntiVirusProduct' 'displayName', 'productState' }
if ($Out['products'].ContainsKey('failure')) {
  Read-Part 'defender' {
    Get-Rows 'Microsoft\Windows\Defender' 'MSFT_MpComputerStatus' 'AntivirusEnabled', 'RealTimeProtectionEnabled', 'DefenderSignaturesOutOfDate'
  }
}
