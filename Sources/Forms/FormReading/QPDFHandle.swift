internal import CQPDF
internal import Foundation

/// An open PDF in libqpdf; the only file that calls it. The bytes stay alive as long as the handle.
struct QPDFHandle: ~Copyable {
  private var data: qpdf_data?
  private let bytes: UnsafeMutableBufferPointer<CChar>

  /// Opens a PDF; throws when it is no PDF, is damaged beyond repair, or asks for a password.
  init(_ content: [UInt8]) throws(FormReadingError) {
    bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(content.count, 1))
    content.withUnsafeBytes { UnsafeMutableRawBufferPointer(bytes).copyBytes(from: $0) }
    data = qpdf_init()
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_BOOL(1))
    let status = qpdf_read_memory(data, "file", bytes.baseAddress, UInt64(content.count), nil)
    guard status & Int32(QPDF_ERRORS) == 0 else {
      let code = qpdf_get_error_code(data, qpdf_get_error(data))
      throw code == qpdf_e_password ? .encrypted : .notAPDF
    }
    if qpdf_is_encrypted(data) != 0 { throw .encrypted }
  }

  deinit {
    var data = data
    qpdf_cleanup(&data)
    bytes.deallocate()
  }

  /// An object of the open PDF.
  struct Object { fileprivate let handle: qpdf_oh }

  /// The catalog (PDF 32000-1 §7.7.2).
  func root() -> Object { Object(handle: qpdf_get_root(data)) }

  /// A dictionary's entry, or `nil` when there is none or the object is no dictionary.
  func entry(_ key: String, of object: Object) -> Object? {
    let dictionary = qpdf_oh_is_stream(data, object.handle) != 0 ? qpdf_oh_get_dict(data, object.handle) : object.handle
    guard qpdf_oh_is_dictionary(data, dictionary) != 0, qpdf_oh_has_key(data, dictionary, key) != 0 else { return nil }
    return Object(handle: qpdf_oh_get_key(data, dictionary, key))
  }

  /// An array's elements; empty when the object is none.
  func elements(of object: Object) -> [Object] {
    guard qpdf_oh_is_array(data, object.handle) != 0 else { return [] }
    return (0..<qpdf_oh_get_array_n_items(data, object.handle)).map {
      Object(handle: qpdf_oh_get_array_item(data, object.handle, $0))
    }
  }

  /// A text string as Unicode, or a name without its slash.
  func text(of object: Object) -> String? {
    if qpdf_oh_is_name(data, object.handle) != 0 {
      return qpdf_oh_get_name(data, object.handle).map { String(String(cString: $0).dropFirst()) }
    }
    guard qpdf_oh_is_string(data, object.handle) != 0 else { return nil }
    var length = 0
    guard let text = qpdf_oh_get_binary_utf8_value(data, object.handle, &length) else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
  }

  /// A stream's content, its filters undone.
  func content(of object: Object) -> [UInt8]? {
    guard qpdf_oh_is_stream(data, object.handle) != 0 else { return nil }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let status = qpdf_oh_get_stream_data(data, object.handle, qpdf_dl_generalized, nil, &buffer, &length)
    defer { free(buffer) }
    guard status & Int32(QPDF_ERRORS) == 0, let buffer else { return nil }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }
}
