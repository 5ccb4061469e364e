/// What can be found about a value. Errors reject it; warnings let it pass and tell.
///
/// The raw values are kept by compiled forms: new codes go to the end, so errors and warnings may come to be mixed.
public enum Code: UInt8, CaseIterable, Sendable {
  case eEmpty, eLength, eCharset, eControl, eFormat, eCheck
  case eDate, eDateRange, eLegacy15, eRegion, eRegionFormat, eCountry, eAge
  case eSegment, eArea, eNumber, eBIN, ePlaceholder, eDot
  case eOrder, eNotYet, eExpired
  case eExtension, eExtensionMismatch, eMagic, eTruncated, eTooSmall, eTooLarge
  case eType, eRange, eYears, eNothing, eMismatch
  case wDepartment, wCategory, wRegion, wOrgCheck, wSequence, wOldCard, wUnverifiedFormat
  case wSegment, wOutsideHomeRegion, wLegacy, wNotUSCC
  case wDot, wPUA, wNonBMP, wParen, wVague
  case wExpiresSoon, wSizeAmbiguous, wResolution, wNoHolidayTable
  // 53 and 54 stand for nothing; a price list names its own warnings.
  case eParenthesis = 55, eSpreadsheet
  case wSpace, wRadical, wLongName, wSign, wLabel
  case wSpreadsheet, wRounded, wOldCheck, wPersonNumber, wPlaceholder
  case wInternationalHost, wFarDate, wFileSize

  /// Whether it rejects the value.
  public var isError: Bool { name.utf8Start.pointee == 0x45 }
}
