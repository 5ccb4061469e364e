#if canImport(Bytes)
  package import Bytes
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// What rules must know of one guide: its region, prices, hours and upload limits. Any of them may be absent.
package struct RuleFacts: Sendable {
  /// The region's name in codes: `home` makes `W_NOT_HOME_REGION` print as `W_NOT_HOME`. ASCII.
  package var regionID: [UInt8] = []
  /// First digits of the region's postal codes.
  package var postalPrefix: [UInt8] = []
  /// Prices of the rule `fee`.
  package var prices: PriceList?
  /// Hours and holidays of the rule `review_hours`.
  package var reviewCalendar: ReviewCalendar?
  /// Formats and sizes for the rule `upload_file`.
  package var uploadLimits: UploadLimits?

  /// No facts: rules that need none work.
  package init() {}

  /// Whether a rule cannot be asked for want of facts.
  package func lacks(_ rule: Rule) -> Bool {
    switch rule {
    case .fee: prices == nil
    case .reviewHours: reviewCalendar == nil
    case .uploadFile: uploadLimits == nil
    default: false
    }
  }

  /// Takes the facts from what `GuideFacts` made of a guide's data files, the member `$rules` of one JSON object, checked
  /// already: `region` and `postal`, names of the prices' `inputs` and codes of their `doubts`, and `numbers`, which
  /// ``FactNumbers`` reads.
  package init(_ data: JSONValue) {
    guard let rules = data.member("$rules") else { return }
    regionID = rules.member("region")?.text ?? []
    postalPrefix = rules.member("postal")?.text ?? []
    func texts(_ list: JSONValue?) -> [[UInt8]] { (list?.elements ?? []).compactMap { $0.text } }
    let names = texts(rules.member("inputs"))
    var numbers = FactNumbers(rules)
    uploadLimits = numbers.uploadLimits()
    reviewCalendar = numbers.calendar()
    let rest = numbers.rest
    if !names.isEmpty, rest.count >= names.count * 5 {
      prices = PriceList(names: names, codes: texts(rules.member("doubts")), numbers: rest)
    }
  }

  /// The same for the limits of uploads alone.
  package static func uploadLimits(_ data: JSONValue) -> UploadLimits? {
    guard let rules = data.member("$rules") else { return nil }
    var numbers = FactNumbers(rules)
    return numbers.uploadLimits()
  }
}
