/// Who may ask the explorer: only pages of its own, under its own name, and where there is a token, only who has it.
///
/// - A page of another site can make a browser ask an address of this computer. It cannot choose the header `Origin` and
///   `Sec-Fetch-Site`, which tell it (cross-site request forgery).
/// - A name that an attacker owns can be made to mean this computer (DNS rebinding); then `Host` is that name. Addresses in
///   digits cannot be rebound.
struct RequestGuard: Sendable {
  /// Names and addresses of the server, in small letters, IPv6 in brackets.
  let hosts: Set<String>
  /// Whether it listens at every address of the machine: then any address in digits is one of its own.
  let acceptsAddresses: Bool
  let port: Int
  let token: String?

  /// - Parameter host: The name or address at which the server listens.
  /// - Parameter machine: The name of this machine, by which others may call it.
  init(host: String, port: Int, token: String?, machine: String = "") {
    let written = RequestGuard.written(host)
    let isLocal = RequestGuard.isLoopback(host)
    hosts = Set(
      [written] + (isLocal ? ["127.0.0.1", "localhost", "[::1]"] : [machine.lowercased()]).filter { !$0.isEmpty })
    acceptsAddresses = ["0.0.0.0", "[::]"].contains(written)
    (self.port, self.token) = (port, token)
  }

  /// Whether only programs of this machine reach `host`.
  static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    return host == "localhost" || host == "::1" || host == "[::1]"
      || (host.hasPrefix("127.") && isAddress(host))
  }

  /// A host as it stands in an address: IPv6 in brackets.
  static func written(_ host: String) -> String {
    let host = host.lowercased()
    return host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
  }

  private static func isAddress(_ host: String) -> Bool {
    if host.hasPrefix("["), host.hasSuffix("]") {
      return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  /// The cookie that holds the token: one for each port, since browsers do not tell ports of a host apart.
  var cookieName: String { "maillage-\(port)" }

  /// Lets a request pass, or says why not.
  ///
  /// - Parameter given: A token from the address, for the page that takes it.
  func check(_ request: ExplorerRequest, given: String? = nil) throws(ExplorerFault) {
    guard let host = request.headers["host"]?.lowercased(), isOwn(host) else {
      throw ExplorerFault(
        421, "ce serveur ne répond pas à ce nom ; ouvrez l’adresse que la commande a écrite",
        "this server does not answer to this name; open the address that the command printed")
    }
    let foreign = ExplorerFault(
      403, "cette demande vient d’une autre page", "this request comes from another page")
    if let origin = request.headers["origin"], origin.lowercased() != "http://\(host)" { throw foreign }
    let site = request.headers["sec-fetch-site"] ?? "none"
    // A link from elsewhere may open the page; nothing else may come from elsewhere.
    let isVisit =
      request.method == "GET" && request.headers["sec-fetch-mode"] == "navigate"
      && request.headers["sec-fetch-dest"] == "document"
    guard site == "same-origin" || site == "none" || isVisit else { throw foreign }
    guard let token else { return }
    let bearer = request.headers["authorization"].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
    guard let shown = given ?? bearer ?? cookie(of: request), RequestGuard.isSame(shown, token) else {
      throw ExplorerFault(
        401, "il faut la clé : ouvrez le lien entier que la commande a écrit",
        "a token is needed: open the whole link that the command printed",
        headers: ["WWW-Authenticate": "Bearer realm=\"maillage\""])
    }
  }

  private func isOwn(_ host: String) -> Bool {
    // The port is behind the last colon, unless that stands inside the brackets of IPv6.
    let colon = host.hasSuffix("]") ? nil : host.lastIndex(of: ":")
    let name = String(host[..<(colon ?? host.endIndex)])
    let hostPort = colon.map { Int(host[host.index(after: $0)...]) } ?? 80
    return hostPort == port && (hosts.contains(name) || acceptsAddresses && RequestGuard.isAddress(name))
  }

  private func cookie(of request: ExplorerRequest) -> String? {
    request.headers["cookie"]?.split(separator: ";").lazy
      .map { $0.drop { $0 == " " } }
      .first { $0.hasPrefix("\(cookieName)=") }
      .map { String($0.dropFirst(cookieName.count + 1)) }
  }

  /// Compares digests byte by byte to the end, so that the time does not tell how much of a guess was right.
  static func isSame(_ one: String, _ other: String) -> Bool {
    zip(SHA256.digest(of: Array(one.utf8)), SHA256.digest(of: Array(other.utf8))).reduce(0) { $0 | $1.0 ^ $1.1 } == 0
  }
}
