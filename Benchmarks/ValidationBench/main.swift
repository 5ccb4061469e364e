import Glibc
import ZhinanValidation

// How fast the rules are: `swift run -c release ValidationBench`. One line a rule: nanoseconds a check; the last lines
// are what the goals are about. `ValidationBench uscc` checks credit codes only, to be run under an allocation counter.

let today = CalendarDate(year: 2026, month: 11, day: 22)
guard let today else { exit(70) }

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A text's bytes, never given back.
func bytes(_ text: String) -> UnsafeBufferPointer<UInt8> {
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
  _ = buffer.initialize(from: text.utf8)
  return UnsafeBufferPointer(buffer)
}

/// The best of five runs over all samples, so that other work on the machine counts little.
func measure(_ rule: Rule, _ samples: [UnsafeBufferPointer<UInt8>], rounds: Int) -> Double {
  var canonical: [UInt8] = []
  canonical.reserveCapacity(512)
  var best = Double.infinity
  var valid = 0
  for _ in 0..<5 {
    let start = seconds()
    for _ in 0..<rounds {
      for sample in samples {
        if rule.check(sample, today: today, canonical: &canonical).isValid { valid += 1 }
      }
    }
    best = min(best, seconds() - start)
  }
  precondition(valid > 0, "the samples of \(rule.name) must be right")
  return best * 1e9 / Double(rounds * samples.count)
}

let samples: [(rule: Rule, texts: [String])] = [
  (.uscc, ["91210302WWG7LCMK6D", "91210303XX1LCR051Q", "11210300QQAD4NEK1J", "Y1210300XX3C76QJ28"]),
  (.orgCode, ["QQ11YD315", "UUTMA23MX"]),
  (.citizenIDAdult, ["210302197001019978", "21010219770707998X"]),
  (.residencePermitHMT, ["810000197001019989"]),
  (.foreignPermanentResident, ["921840197001019971", "USA210385061592"]),
  (.hkMacaoPermit, ["H12345678"]),
  (.taiwanPermit, ["12345678"]),
  (.passport, ["E12345678"]),
  (.mobile, ["13800000001", "+86 138 0000 0099"]),
  (.landline, ["024-67871188", "0412-5530000-801", "400-125-7788"]),
  (.phone, ["13800000001", "024-67871188"]),
  (.phoneList, ["024-67871177/1188"]),
  (.email, ["zhangsan@mail.example.com.cn"]),
  (.postalCode, ["114000"]),
  (.bankCard, ["6299990000000554331"]),
  (.bankAccountCorporate, ["0412000000000001"]),
  (.taxID, ["91210302XX1LCR051A"]),
  (.personName, ["张三", "李四光", "阿卜杜拉·买买提"]),
  (.foreignName, ["Mary Ann O'Neil"]),
  (.companyName, ["岫岩满族自治县示例村股份经济合作社"]),
  (.address, ["辽宁省鞍山市铁东区示例路1号示例大厦A座1001"]),
  (.region, ["辽宁省/鞍山市/铁东区"]),
  (.text, ["关于变更单位名称的说明"]),
  (.certSerial, ["3F00A91B2C4D5E6F"]),
  (.code, ["ORDER-20261122-0001"]),
  (.date, ["2026-11-22", "2026年11月22日"]),
  (.number, ["42"]),
  (.fullwidthFold, ["９１２１０３０２"]),
]

if CommandLine.arguments.dropFirst().first == "uscc" {
  print(Int(measure(.uscc, samples[0].texts.map(bytes), rounds: 1_000_000)))
  exit(0)
}

var perRule: [Rule: Double] = [:]
for (rule, texts) in samples {
  let result = measure(rule, texts.map(bytes), rounds: 200_000 / texts.count)
  perRule[rule] = result
  let name = "\(rule.name)"
  let padded = name + String(repeating: " ", count: max(1, 30 - name.utf8.count))
  print("\(padded)\(Int(result.rounded())) ns")
}

// A record as the application form asks for: 55 fields.
let record: [(Rule, Int)] = [
  (.text, 14), (.companyName, 4), (.uscc, 3), (.orgCode, 1), (.personName, 5), (.citizenIDAdult, 3), (.mobile, 4),
  (.landline, 2), (.phone, 2), (.email, 3), (.postalCode, 1), (.address, 4), (.region, 1), (.taxID, 1),
  (.bankAccountCorporate, 1), (.date, 2), (.number, 2), (.code, 1), (.certSerial, 1),
]
let fields = record.reduce(0) { $0 + $1.1 }
let total = record.reduce(0.0) { $0 + (perRule[$1.0] ?? 0) * Double($1.1) }
print("record of \(fields) fields: \(Int(total.rounded())) ns")

// The longest that a rule takes over 64 KiB of random bytes: the best of five runs for each, so that only the rule counts.
var generator = SystemRandomNumberGenerator()
let noise = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 65_536)
for index in noise.indices { noise[index] = UInt8.random(in: 0...255, using: &generator) }
var slowest = 0.0
for rule in Rule.allCases where rule.takesText {
  var canonical: [UInt8] = []
  var best = Double.infinity
  for _ in 0..<5 {
    let start = seconds()
    _ = rule.check(UnsafeBufferPointer(noise), today: today, canonical: &canonical)
    best = min(best, seconds() - start)
  }
  slowest = max(slowest, best)
}
print("64 KiB of random bytes, slowest rule: \(Int(slowest * 1e6)) µs")

let codes = samples[0].texts.map(bytes)
let uscc = measure(.uscc, codes, rounds: 2_000_000)
print("uscc: \(Int(1e3 / uscc)) million checks/s")
