import Bytes
import Testing

@Suite struct AscendingNumbers {
  @Test(arguments: [0, 1, 2, 3, 5, 13, 100, 1000])
  func anyOrderIsSorted(count: Int) {
    let random: [UInt64] = (0..<count).map { _ in UInt64.random(in: 0...UInt64(count) * 2) }
    let descending: [UInt64] = random.sorted().reversed()
    let lists: [[UInt64]] = [random, random.sorted(), descending, Array(repeating: 7, count: count)]
    for numbers in lists {
      var sorted = numbers
      sorted.sortAscending()
      #expect(sorted == numbers.sorted())
    }
  }
}
