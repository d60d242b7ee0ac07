import AllianceModel

extension AllianceGraph.Alliance {
  func with(id: String, parties: [AllianceGraph.Party]) -> Self {
    Self(
      id: id, title: title, parties: parties, forms: forms, relation: relation, logic: logic, start: start, end: end,
      status: status, themes: themes, odd: odd, territory: territory, intensity: intensity, result: result,
      story: story, fields: fields)
  }
}

extension AllianceGraph.Source {
  func with(subject: String) -> Self {
    Self(
      subject: subject, field: field, value: value, basis: basis, title: title, url: url, date: date, author: author,
      confidence: confidence)
  }
}
