import AllianceModel

/// Outlines cut into the borders that they share, so that neighbours keep one border when it is simplified, and each
/// border is drawn once.
///
/// Two areas share a border where their rings hold the very same points, as in files made from one survey. Borders end at
/// junctions: points where more than two lines meet.
struct OutlineTopology {
  /// A border from junction to junction, or a whole ring without junctions (an island, a hole without neighbours), whose
  /// last point is then its first again. Positions in ``points``.
  private(set) var borders: [[Int]] = []
  /// Each different point once.
  private(set) var points: [GeoCoordinate] = []
  /// For each feature its polygons, for each polygon its rings, for each ring its borders in order.
  private(set) var features: [[[[Piece]]]] = []

  /// A border as part of a ring.
  struct Piece: Equatable {
    let border: Int
    let isReversed: Bool
  }

  private var numbers: [GeoCoordinate: Int] = [:]
  private var borderNumbers: [[Int]: Int] = [:]

  /// - Complexity: O(*n*) in the points of all rings.
  init(_ features: [GeoFeature]) {
    let rings = features.map { feature in
      feature.polygons.map { polygon in polygon.rings.map { ring in numbered(ring) }.filter { $0.count > 2 } }
    }
    let isJunction = junctions(of: rings.flatMap { $0.flatMap(\.self) })
    self.features = rings.map { polygons in polygons.map { rings in rings.map { pieces(of: $0, isJunction) } } }
  }

  /// The ring without points that repeat the one before.
  private mutating func numbered(_ ring: [GeoCoordinate]) -> [Int] {
    var result: [Int] = []
    for place in ring {
      let number = numbers[place] ?? points.count
      if number == points.count {
        numbers[place] = number
        points.append(place)
      }
      if result.last != number { result.append(number) }
    }
    if result.count > 1, result.first == result.last { result.removeLast() }
    return result
  }

  /// A point is a junction when rings come to it from more than two neighbours.
  private func junctions(of rings: [[Int]]) -> [Bool] {
    var neighbours = [(Int, Int)?](repeating: nil, count: points.count)
    var isJunction = [Bool](repeating: false, count: points.count)
    for ring in rings {
      for (index, point) in ring.enumerated() {
        let before = ring[(index + ring.count - 1) % ring.count]
        let after = ring[(index + 1) % ring.count]
        let pair = (min(before, after), max(before, after))
        if let known = neighbours[point] {
          if known != pair { isJunction[point] = true }
        } else {
          neighbours[point] = pair
        }
      }
    }
    return isJunction
  }

  private mutating func pieces(of ring: [Int], _ isJunction: [Bool]) -> [Piece] {
    guard let first = ring.firstIndex(where: { isJunction[$0] }) else { return [closedPiece(ring)] }
    let turned = Array(ring[first...] + ring[...first])
    var pieces: [Piece] = []
    var start = 0
    for index in 1..<turned.count where isJunction[turned[index]] {
      pieces.append(piece(Array(turned[start...index])))
      start = index
    }
    return pieces
  }

  /// A ring without junctions, from its lowest point towards the lower neighbour: the same for every ring around it.
  private mutating func closedPiece(_ ring: [Int]) -> Piece {
    let lowest = ring.indices.min { ring[$0] < ring[$1] } ?? 0
    let turned = Array(ring[lowest...] + ring[..<lowest])
    return piece(turned + [turned[0]])
  }

  /// One direction stands for both: the one that begins with the lower numbers.
  private mutating func piece(_ line: [Int]) -> Piece {
    let reversed = Array(line.reversed())
    let isReversed = reversed.lexicographicallyPrecedes(line)
    let border = isReversed ? reversed : line
    let number = borderNumbers[border] ?? borders.count
    if number == borders.count {
      borderNumbers[border] = number
      borders.append(border)
    }
    return Piece(border: number, isReversed: isReversed)
  }
}

/// Outlines on the page, with no more points than the page can show.
struct PageOutlines {
  /// For each feature its polygons, for each polygon its rings: the last point is not the first again.
  let features: [[[[Point]]]]
  /// Each border once. A closed one ends with its first point.
  let borders: [[Point]]

  /// Rings smaller than this, in square points, are left out: they would be a dot.
  static let smallestRing = 0.8

  /// - Parameters:
  ///   - tolerance: How far a line may move, in points.
  ///   - place: Where a coordinate lies on the page.
  /// - Complexity: O(*n* log *n*) in the points.
  init(_ outlines: [GeoFeature], tolerance: Double, place: (GeoCoordinate) -> Point) {
    let topology = OutlineTopology(outlines)
    let points = topology.points.map(place)
    let simplified = topology.borders.map { PageOutlines.simplified($0.map { points[$0] }, tolerance: tolerance) }
    var isShown = [Bool](repeating: false, count: simplified.count)
    features = topology.features.map { polygons in
      polygons.compactMap { rings in
        var kept: [[Point]] = []
        for (index, pieces) in rings.enumerated() {
          let ring = pieces.flatMap { piece in
            let line = simplified[piece.border]
            return (piece.isReversed ? line.reversed() : line).dropLast()
          }
          guard ring.count > 2, abs(PageOutlines.area(ring)) >= PageOutlines.smallestRing else {
            if index == 0 { return nil }
            continue
          }
          for piece in pieces { isShown[piece.border] = true }
          kept.append(ring)
        }
        return kept.isEmpty ? nil : kept
      }
    }
    borders = simplified.indices.filter { isShown[$0] }.map { simplified[$0] }
  }

  /// A closed border is cut at the point farthest from its first, so that it cannot collapse into one line.
  private static func simplified(_ line: [Point], tolerance: Double) -> [Point] {
    guard let first = line.first, line.count > 4, first == line.last,
      let middle = line.indices.max(by: { (line[$0] - first).length < (line[$1] - first).length })
    else { return LineSimplification.kept(of: line, tolerance: tolerance).map { line[$0] } }
    let (there, back) = (Array(line[...middle]), Array(line[middle...]))
    return LineSimplification.kept(of: there, tolerance: tolerance).map { there[$0] }.dropLast()
      + LineSimplification.kept(of: back, tolerance: tolerance).map { back[$0] }
  }

  /// The area inside a ring, positive when it runs counterclockwise.
  static func area(_ ring: [Point]) -> Double {
    guard var before = ring.last else { return 0 }
    var sum = 0.0
    for point in ring {
      sum += before.cross(point)
      before = point
    }
    return sum / 2
  }
}
