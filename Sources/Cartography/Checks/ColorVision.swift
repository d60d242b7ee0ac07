public import AllianceModel
import Foundation

/// How a reader, or a printer, sees colours.
public enum ColorVision: String, Sendable, CaseIterable {
  case full, grey, protanopia, deuteranopia, tritanopia

  public var label: LocalizedText {
    switch self {
    case .full: LocalizedText(french: "en couleurs", english: "in colour")
    case .grey: LocalizedText(french: "en gris", english: "in grey")
    case .protanopia: LocalizedText(french: "protanopie", english: "protanopia")
    case .deuteranopia: LocalizedText(french: "deutéranopie", english: "deuteranopia")
    case .tritanopia: LocalizedText(french: "tritanopie", english: "tritanopia")
    }
  }

  /// Rows of a matrix on linear RGB, for complete lack of one cone (severity 1).
  ///
  /// - SeeAlso: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, *A physiologically-based model for simulation of color
  ///   vision deficiency*, IEEE Transactions on Visualization and Computer Graphics 15(6), 2009,
  ///   [doi:10.1109/TVCG.2009.113](https://doi.org/10.1109/TVCG.2009.113), table of matrices.
  private var matrix: [[Double]]? {
    switch self {
    case .full, .grey: nil
    case .protanopia:
      [
        [0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998],
      ]
    case .deuteranopia:
      [
        [0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881],
      ]
    case .tritanopia:
      [
        [1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900],
      ]
    }
  }

  /// What becomes of a colour.
  public func seen(_ color: MapColor) -> MapColor {
    if self == .grey { return color.grey }
    guard let matrix else { return color }
    let linear = color.linear
    return MapColor(
      linear: matrix.map { row in zip(row, linear).map { $0 * $1 }.reduce(0, +) })
  }

  /// How different two colours look to this reader: ΔE*ab, where about 2 is just noticed and 100 is black and white.
  ///
  /// - SeeAlso: CIE 15:2004, *Colorimetry*, 8.2.1 (CIE 1976 L*a*b* colour difference), D65.
  public func difference(_ first: MapColor, _ second: MapColor) -> Double {
    let (one, other) = (seen(first).lab, seen(second).lab)
    return zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }
}

extension MapColor {
  /// CIE L*, a*, b* under D65.
  fileprivate var lab: [Double] {
    let (red, green, blue) = (linear[0], linear[1], linear[2])
    func curve(_ value: Double) -> Double {
      value > 216 / 24_389.0 ? cbrt(value) : (24_389 / 27.0 * value + 16) / 116
    }
    let x = curve((0.412_456 * red + 0.357_576 * green + 0.180_438 * blue) / 0.950_47)
    let y = curve(0.212_673 * red + 0.715_152 * green + 0.072_175 * blue)
    let z = curve((0.019_334 * red + 0.119_192 * green + 0.950_304 * blue) / 1.088_83)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}
