import Foundation
import GraphCore
import TestSupport
import Testing

@Suite("Comparison of partitions")
struct PartitionComparisonTests {
  @Test("is perfect for equal partitions, under any labels")
  func equal() {
    for labels in [[], [3], [1, 1, 1], [0, 1, 2], [5, 5, 2, 2, 9]] {
      let found = Partition(labels: labels).compared(with: Partition(labels: labels.map { $0 * 7 + 1 }))
      #expect(found.normalizedMutualInformation == 1 && found.adjustedMutualInformation == 1)
      #expect(found.adjustedRandIndex == 1 && found.variationOfInformation == 0)
    }
  }

  @Test("matches the example of Hubert and Arabie's index in scikit-learn's documentation, and is the same both ways")
  func example() {
    // sklearn.metrics.adjusted_rand_score([0, 0, 1, 1], [0, 0, 1, 2]) is 0.57…, adjusted_rand_score([0, 0, 1, 2], …)
    // too.
    let (first, second) = (Partition(labels: [0, 0, 1, 1]), Partition(labels: [0, 0, 1, 2]))
    let found = first.compared(with: second)
    #expect(agree(found.adjustedRandIndex, 4.0 / 7))
    #expect(agree(found.variationOfInformation, 0.5 * log(2)))
    #expect(agree(second.compared(with: first).adjustedMutualInformation, found.adjustedMutualInformation))
  }

  @Test("knows nothing from one cluster of everything")
  func uninformative() {
    let found = Partition(labels: [0, 0, 0]).compared(with: Partition(labels: [0, 1, 2]))
    #expect(found.normalizedMutualInformation == 0 && found.adjustedRandIndex == 0)
    #expect(agree(found.adjustedMutualInformation, 0) && agree(found.variationOfInformation, log(3)))
  }

  @Test("corrects for the mean over all orders of the labels", arguments: 0..<200 as Range<UInt64>)
  func definition(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let count = Int(seed % 5) + 2
    let first = (0..<count).map { _ in Int(generator.next() % 3) }
    let second = (0..<count).map { _ in Int(generator.next() % 3) }
    let found = Partition(labels: first).compared(with: Partition(labels: second))
    guard Partition(labels: first) != Partition(labels: second) else { return }
    var (information, together) = (0.0, 0.0)
    var orders = 0
    var order = Array(0..<count)
    permute(&order, from: 0) { order in
      orders += 1
      information += mutual(first, order.map { second[$0] })
      together += rand(first, order.map { second[$0] })
    }
    let (expected, chance) = (information / Double(orders), together / Double(orders))
    let (h, k) = (mutual(first, first), mutual(second, second))
    let shared = mutual(first, second)
    #expect(agree(found.normalizedMutualInformation, 2 * shared / (h + k)))
    #expect(agree(found.variationOfInformation, h + k - 2 * shared))
    let span = (h + k) / 2 - expected
    #expect(agree(found.adjustedMutualInformation, abs(span) < 1e-12 ? 0 : (shared - expected) / span, to: 1e-7))
    let limit = (rand(first, first) + rand(second, second)) / 2
    #expect(agree(found.adjustedRandIndex, limit == chance ? 0 : (rand(first, second) - chance) / (limit - chance)))
  }

  /// Mutual information from the shares of all pairs of labels.
  private func mutual(_ first: [Int], _ second: [Int]) -> Double {
    let count = Double(first.count)
    var sum = 0.0
    for i in 0..<3 {
      for j in 0..<3 {
        let both = Double(zip(first, second).count { $0 == i && $1 == j }) / count
        let alone = Double(first.count { $0 == i }) / count * (Double(second.count { $0 == j }) / count)
        if both > 0 { sum += both * log(both / alone) }
      }
    }
    return sum
  }

  /// How many pairs of elements are together in both.
  private func rand(_ first: [Int], _ second: [Int]) -> Double {
    var sum = 0.0
    for i in first.indices { for j in 0..<i where first[i] == first[j] && second[i] == second[j] { sum += 1 } }
    return sum
  }

  private func permute(_ order: inout [Int], from place: Int, _ body: ([Int]) -> Void) {
    if place == order.count { return body(order) }
    for other in place..<order.count {
      order.swapAt(place, other)
      permute(&order, from: place + 1, body)
      order.swapAt(place, other)
    }
  }
}
