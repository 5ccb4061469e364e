internal import CQPDF
internal import FilledFields
internal import PDFParsing

/// An open PDF in libqpdf. The bytes stay alive as long as the handle.
struct QPDFHandle: ~Copyable {
  private(set) var data: qpdf_data?
  private let bytes: UnsafeMutableBufferPointer<CChar>

  /// Opens a PDF with the empty password; throws when it is no PDF, is damaged beyond repair, or asks for a password.
  init(_ content: [UInt8]) throws(FormReadingError) {
    // Viewers take a header within the first 1024 bytes (PDF 32000-1 annex H.3, note 13).
    let hasHeader = content.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil
    bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(content.count, 1))
    content.withUnsafeBytes { UnsafeMutableRawBufferPointer(bytes).copyBytes(from: $0) }
    data = qpdf_init()
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_BOOL(1))
    let status = qpdf_read_memory(data, "file", bytes.baseAddress, UInt64(content.count), nil)
    guard status & Int32(QPDF_ERRORS) == 0 else {
      switch qpdf_get_error_code(data, qpdf_get_error(data)) {
      case qpdf_e_password: throw .encrypted
      case qpdf_e_unsupported where content.firstRange(of: Array("/Encrypt".utf8)) != nil: throw .encrypted
      default: throw hasHeader ? .damaged : .notAPDF
      }
    }
  }

  deinit {
    // An error that nobody has asked for is printed by qpdf_cleanup, silenced or not.
    if qpdf_has_error(data) != 0 { _ = qpdf_get_error(data) }
    var data = data
    qpdf_cleanup(&data)
    bytes.deallocate()
  }

  /// Whether an owner's password forbids changes; the file can be read all the same.
  var isRestricted: Bool { qpdf_is_encrypted(data) != 0 }

  /// Whether libqpdf has met damage so far and put it right.
  var wasRepaired: Bool { qpdf_more_warnings(data) != 0 }

  /// An object of the open PDF.
  struct Object { let handle: qpdf_oh }

  /// The catalog (PDF 32000-1 §7.7.2).
  func root() -> Object { Object(handle: qpdf_get_root(data)) }
}
