# The security chip, as Windows knows it (administrators only) and as a device (everyone).

Read-Part 'tpm' {
  Get-Rows 'CIMV2\Security\MicrosoftTpm' 'Win32_Tpm' 'IsEnabled_InitialValue', 'IsActivated_InitialValue', 'SpecVersion', 'ManufacturerId', 'ManufacturerIdTxt'
}
# ACPI names: MSFT0101 is a TPM 2.0, PNP0C31 a TPM 1.2.
Read-Part 'devices' {
  Get-Rows 'CIMV2' 'Win32_PnPEntity' @('DeviceID', 'ConfigManagerErrorCode') "DeviceID LIKE 'ACPI\\MSFT0101%' OR DeviceID LIKE 'ACPI\\PNP0C31%'"
}
