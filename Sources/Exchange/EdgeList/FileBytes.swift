import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads files straight into an array: `Data` would have to be copied into one.
enum FileBytes {
  /// All bytes of a file that has `size` of them, or fewer by now.
  ///
  /// - Throws: `CocoaError` with the path and the reason of the system.
  static func contents(of file: URL, size: Int) throws -> [UInt8] {
    let handle = try FileHandle(forReadingFrom: file)
    defer { handle.closeFile() }
    let descriptor = handle.fileDescriptor
    var failure: POSIXError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        // Within the buffer: at most what is left of it is asked for.
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let taken = unsafe read(descriptor, rest.baseAddress, rest.count)
        if taken < 0 && errno == EINTR { continue }
        if taken < 0 { failure = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        guard taken > 0 else { return }
        count += taken
      }
    }
    if let failure {
      throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: file.path, NSUnderlyingErrorKey: failure])
    }
    return bytes
  }
}
