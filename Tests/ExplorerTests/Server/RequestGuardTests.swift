import Testing

@testable import Explorer

@Suite("Request guard")
struct RequestGuardTests {
  private let local = RequestGuard(host: "127.0.0.1", port: 8080, token: nil)

  private func status(
    _ door: RequestGuard, method: String = "GET", given: String? = nil, _ headers: [String: String]
  ) -> Int {
    do throws(ExplorerFault) {
      try door.check(ExplorerRequest(method, "/", headers: headers), given: given)
      return 200
    } catch {
      return error.status
    }
  }

  @Test(
    "answers under the names of this computer",
    arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"])
  func ownName(host: String) {
    #expect(status(local, ["host": host]) == 200)
  }

  @Test(
    "answers under no other name, so that a name made to mean this computer gets nothing",
    arguments: [
      "evil.example:8080", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8080", "", "localhost:8080:1",
      "10.0.0.1:8080",
    ])
  func rebinding(host: String) {
    #expect(status(local, ["host": host]) == 421)
    #expect(status(local, [:]) == 421)
  }

  @Test("lets any address in digits pass where it listens at all of them, but no strange name")
  func everyAddress() {
    let open = RequestGuard(host: "0.0.0.0", port: 80, token: nil, machine: "Mairie")
    for host in ["192.168.1.7", "192.168.1.7:80", "[fe80::1]:80", "mairie:80"] {
      #expect(status(open, ["host": host]) == 200)
    }
    for host in ["evil.example", "1.2.3", "1.2.3.4.5", "[evil]:80"] { #expect(status(open, ["host": host]) == 421) }
  }

  @Test(
    "refuses what another page sends, also one of another port",
    arguments: ["http://evil.example", "null", "http://127.0.0.1:9", "https://127.0.0.1:8080"])
  func foreignOrigin(origin: String) {
    #expect(status(local, method: "POST", ["host": "127.0.0.1:8080", "origin": origin]) == 403)
    #expect(status(local, method: "POST", ["host": "127.0.0.1:8080", "origin": "http://127.0.0.1:8080"]) == 200)
  }

  @Test("lets a link from elsewhere open the page, and nothing else")
  func visits() {
    let link = [
      "host": "localhost:8080", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    ]
    #expect(status(local, link) == 200)
    #expect(status(local, method: "POST", link) == 403)
    #expect(status(local, link.merging(["sec-fetch-dest": "iframe"]) { $1 }) == 403)
    #expect(status(local, link.merging(["sec-fetch-mode": "no-cors"]) { $1 }) == 403)
    #expect(status(local, ["host": "localhost:8080", "sec-fetch-site": "same-site"]) == 403)
  }

  @Test("asks for the token in a cookie of its port, a header or the address")
  func token() {
    let token = "0123456789abcdef"
    let door = RequestGuard(host: "192.168.1.7", port: 8080, token: token)
    let host = ["host": "192.168.1.7:8080"]
    #expect(status(door, host) == 401)
    #expect(status(door, host.merging(["cookie": "a=b; maillage-8080=\(token)"]) { $1 }) == 200)
    #expect(status(door, host.merging(["cookie": "maillage-9=\(token)"]) { $1 }) == 401)
    #expect(status(door, host.merging(["cookie": "maillage-8080=\(token)x"]) { $1 }) == 401)
    #expect(status(door, host.merging(["authorization": "Bearer \(token)"]) { $1 }) == 200)
    #expect(status(door, host.merging(["authorization": token]) { $1 }) == 401)
    #expect(status(door, given: token, host) == 200)
    #expect(status(door, given: "", host) == 401)
  }

  @Test("knows which hosts only this computer reaches")
  func loopback() {
    #expect(["127.0.0.1", "127.9.9.9", "localhost", "::1", "[::1]"].allSatisfy(RequestGuard.isLoopback))
    #expect(!["0.0.0.0", "::", "192.168.1.7", "127.evil.example", "mairie"].contains(where: RequestGuard.isLoopback))
  }
}
