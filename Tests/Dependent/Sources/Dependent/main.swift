// swift-format-ignore-file
import ZhinanValidation

#if OWN_MODULES
  import Bytes
  import Site
#endif

// What the library's documentation shows, in its words; scripts/dependent compares both, and what is printed with what it
// says there.
let today = CalendarDate(year: 2026, month: 11, day: 22)!
func withBytes<Result>(
  _ first: some Collection<UInt8>, _ second: some Collection<UInt8>,
  _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  Array(first).withUnsafeBufferPointer { first in Array(second).withUnsafeBufferPointer { body(first, $0) } }
}
let wrong = Rule.mobile.sentences(about: "1380000000", called: "手机号码", today: today)
print(wrong[0].say)   // “手机号码”有10个字符，应为11个。
let odd = Rule.mobile.sentences(about: "1380000000", called: "Mobile", today: today, in: .english)
print(odd[0].code.name, odd[0].say)   // E_LENGTH “Mobile” has 10 characters and should have 11.
if let code = CreditCode.explain("91210302WWG7LCMK6E".utf8) {
  print(code.department?.chineseName ?? "?", code.division ?? 0, code.check.isRight)   // 工商（市场监督管理） 210302 false
}
let period: CheckedValue<ValidityPeriod> = withBytes("2016-11-22".utf8, "2026-12-01".utf8) {
  ValidityPeriod.check(start: $0, end: $1, today: today)
}
print(period.verdict.warnings.map(\.name))   // ["W_EXPIRES_SOON"]
let limits = UploadLimits(smallest: 200_000, largest: 2_097_152, safeSmallest: 204_800, safeLargest: 2_048_000)
let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
let file = withBytes("scan.jpg".utf8, head) { UploadedFile.check(name: $0, size: 300_000, head: $1, limits: limits) }
print(file.verdict.errors.map(\.name))   // ["E_EXT_MISMATCH"]
let monday = ReviewCalendar.Window(weekday: 1, opens: 510, closes: 690)
let calendar = ReviewCalendar(windows: [monday], holidays: [], years: [2026])
let noon = LocalTime(date: CalendarDate(year: 2026, month: 11, day: 23)!, second: 12 * 3600)!
print(calendar.answer(at: noon).value?.isOpen ?? true)   // false
let copies = PriceList.Input(Array("copies".utf8), most: 99_0000)
let tiers = [PriceList.Tier(upTo: 10_0000, price: 2_9000), PriceList.Tier(price: 2_5000)]
let prices = PriceList(inputs: [copies], estimate: [PriceList.Charge(tiers: tiers, times: [PriceList.Factor(0)])])
var sum: [UInt8] = []
DecimalNumber.append(hundredMillionths: prices.estimate([.number(12_0000)]).value?.estimate ?? 0, to: &sum)
print(String(decoding: sum, as: UTF8.self))   // 34
print(String(decoding: Masking.mask(Array("210302198506159970".utf8), as: .id), as: UTF8.self))   // 210*************70

#if OWN_MODULES
  // Modules of the same names as some of zhinan's are this package's own.
  print(Bytes.own(), Site.own())   // own own
#endif
