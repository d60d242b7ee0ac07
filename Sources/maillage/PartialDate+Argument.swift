public import AllianceModel
public import ArgumentParser

/// A date on the command line, as stored: `2021`, `2021-11`, `2021-11-23`.
extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
