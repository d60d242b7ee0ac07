import Testing

@testable import Exchange

@Suite("PartyRoles")
struct PartyRolesTests {
  @Test("gives each party the role written after its name, colons in roles kept")
  func named() {
    let roles = PartyRoles(items: ["a:hôte: lieu", "b: ", "ab:tiers"], parties: ["ab", "a", "b"])
    #expect(roles.roles == ["tiers", "hôte: lieu", nil])
    #expect(roles.unmatched.isEmpty)
  }

  @Test("takes the longest name, for parties whose names hold colons")
  func colons() {
    let roles = PartyRoles(items: ["Archer: le groupe:porteur"], parties: ["Archer", "Archer: le groupe"])
    #expect(roles.roles == [nil, "porteur"])
  }

  @Test("takes bare roles in the order of the parties when there are as many")
  func positional() {
    #expect(PartyRoles(items: ["porteur", "hôte"], parties: ["a", "b"]).roles == ["porteur", "hôte"])
  }

  @Test("tells roles that are nobody's")
  func unmatched() {
    let roles = PartyRoles(items: ["c:porteur"], parties: ["a", "b"])
    #expect(roles.roles == [nil, nil])
    #expect(roles.unmatched == ["c:porteur"])
  }

  @Test("keeps two roles of a party named twice")
  func twice() {
    #expect(PartyRoles(items: ["a:x", "a:y"], parties: ["a", "a"]).roles == ["x", "y"])
  }
}
