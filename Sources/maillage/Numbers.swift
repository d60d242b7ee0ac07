import AllianceModel
import Foundation

extension Double {
  /// The number with a fixed count of decimals, and the comma of French: `0,125`; whole numbers stand without decimals.
  func written(decimals: Int, in language: Language) -> String {
    guard isFinite else { return "" }
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    let text = String(format: "%.\(decimals)f", self)
    return language == .french ? text.replacing(".", with: ",") : text
  }
}
