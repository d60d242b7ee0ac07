import GraphCore
import Testing

@Suite("Partition")
struct PartitionTests {
  @Test("numbers clusters by falling size, then by their lowest member")
  func order() {
    let partition = Partition(labels: ["c", "a", "b", "a", "b", "d"])
    #expect(partition.clusters == [[1, 3], [2, 4], [0], [5]])
    #expect(partition.labels == [2, 0, 1, 0, 1, 3])
    #expect((partition.clusterCount, partition.nodeCount) == (4, 6))
    #expect(partition.cluster(of: 4) == 1)
  }

  @Test("is equal when the same nodes are together, whatever the labels")
  func equality() {
    #expect(Partition(labels: [7, 3, 3]) == Partition(labels: [0, 9, 9]))
    #expect(Partition(labels: [7, 3, 3]) != Partition(labels: [7, 7, 3]))
    #expect(Partition(labels: [Int]()).clusterCount == 0)
  }
}
