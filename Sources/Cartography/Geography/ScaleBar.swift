import Foundation

/// The bar that says how long a kilometre is on a map: a round length that fits.
struct ScaleBar: Sendable, Equatable {
  /// 1, 2 or 5 times a power of ten.
  let kilometres: Double
  /// In points of the page.
  let width: Double

  /// The longest bar of a round length that is no wider than `limit`.
  ///
  /// - Parameters:
  ///   - metresPerPoint: Of the map at its middle; more than 0.
  ///   - limit: In points.
  init(metresPerPoint: Double, widestInPoints limit: Double) {
    precondition(metresPerPoint > 0 && limit > 0, "a scale and a width are more than 0: \(metresPerPoint), \(limit)")
    let longest = metresPerPoint * limit / 1_000
    let power = pow(10, floor(log10(longest)))
    // 0.1 + 0.2 is more than 0.3: a length that fits exactly must not be lost to rounding.
    let factor = [5.0, 2, 1].first { $0 * power <= longest * (1 + 1e-12) } ?? 1
    kilometres = factor * power
    width = kilometres * 1_000 / metresPerPoint
  }

  /// `500 m`, `2 km`.
  var label: String {
    kilometres < 1 ? "\(Int((kilometres * 1_000).rounded()))\u{A0}m" : "\(Int(kilometres.rounded()))\u{A0}km"
  }
}
