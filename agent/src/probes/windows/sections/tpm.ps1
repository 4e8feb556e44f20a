# The security chip, as Windows knows it (administrators only) and as a device (everyone).

Read-Part 'tpm' {
  Get-Rows 'CIMV2\Security\MicrosoftTpm' 'Win32_Tpm' 'IsEnabled_InitialValue', 'IsActivated_InitialValue', 'SpecVersion', 'ManufacturerId', 'ManufacturerIdTxt'
}
# ACPI names: MSFT0101 is a TPM 2.0, PNP0C31 any TPM 1.2, the rest are those of single makers.
Read-Part 'devices' {
  $conditions = @()
  foreach ($name in 'MSFT0101', 'PNP0C31', 'IFX0102', 'STM0125', 'SMO1200', 'BCM0102') { $conditions += ("DeviceID LIKE 'ACPI\\" + $name + "%'") }
  Get-Rows 'CIMV2' 'Win32_PnPEntity' @('DeviceID', 'ConfigManagerErrorCode') ([string]::Join(' OR ', $conditions))
}
