internal import CQPDF
internal import Foundation

extension QPDFHandle {
  /// A dictionary's entry, or `nil` when there is none or the object is no dictionary.
  func entry(_ key: String, of object: Object) -> Object? {
    let dictionary = qpdf_oh_is_stream(data, object.handle) != 0 ? qpdf_oh_get_dict(data, object.handle) : object.handle
    guard qpdf_oh_is_dictionary(data, dictionary) != 0, qpdf_oh_has_key(data, dictionary, key) != 0 else { return nil }
    return Object(handle: qpdf_oh_get_key(data, dictionary, key))
  }

  /// A dictionary's keys, each with its slash, in libqpdf's order.
  func keys(of object: Object) -> [String] {
    guard qpdf_oh_is_dictionary(data, object.handle) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, object.handle)
    while qpdf_oh_dict_more_keys(data) != 0 {
      if let key = qpdf_oh_dict_next_key(data) { keys.append(String(cString: key)) }
    }
    return keys
  }

  /// An array's elements; empty when the object is none.
  func elements(of object: Object) -> [Object] {
    guard qpdf_oh_is_array(data, object.handle) != 0 else { return [] }
    return (0..<qpdf_oh_get_array_n_items(data, object.handle)).map {
      Object(handle: qpdf_oh_get_array_item(data, object.handle, $0))
    }
  }

  /// Number of an indirect object, 0 for a direct one.
  func number(of object: Object) -> Int { Int(qpdf_oh_get_object_id(data, object.handle)) }

  /// A name without its slash.
  func name(_ object: Object) -> String? {
    guard qpdf_oh_is_name(data, object.handle) != 0 else { return nil }
    return qpdf_oh_get_name(data, object.handle).map { String(String(cString: $0).dropFirst()) }
  }

  /// A string's bytes.
  func string(_ object: Object) -> [UInt8]? {
    guard qpdf_oh_is_string(data, object.handle) != 0 else { return nil }
    var length = 0
    guard let text = qpdf_oh_get_binary_string_value(data, object.handle, &length) else { return nil }
    return [UInt8](UnsafeRawBufferPointer(start: text, count: length))
  }

  /// A text in any of the shapes that writers give it: a string, a name, a stream of at most 64 KB.
  func text(_ object: Object) -> PDFText? {
    if let name = name(object) { return PDFText(name) }
    if let bytes = string(object) { return PDFText(bytes) }
    return content(of: object, atMost: 64 << 10).map { PDFText($0) }
  }

  /// A number's value; `nil` for anything else.
  func value(_ object: Object) -> Double? {
    qpdf_oh_is_number(data, object.handle) != 0 ? qpdf_oh_get_numeric_value(data, object.handle) : nil
  }

  /// A stream's content with its filter undone.
  ///
  /// `nil` for a stream that is longer than `limit` bytes in the file or has several filters: such a one could grow
  /// without bound.
  func content(of object: Object, atMost limit: Int) -> [UInt8]? {
    guard qpdf_oh_is_stream(data, object.handle) != 0 else { return nil }
    if let filter = entry("/Filter", of: object), elements(of: filter).count > 1 { return nil }
    if let length = entry("/Length", of: object).flatMap({ value($0) }), length > Double(limit) { return nil }
    guard let raw = stream(object, qpdf_dl_none), raw.count <= limit else { return nil }
    return stream(object, qpdf_dl_generalized)
  }

  private func stream(_ object: Object, _ level: qpdf_stream_decode_level_e) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let status = qpdf_oh_get_stream_data(data, object.handle, level, nil, &buffer, &length)
    defer { free(buffer) }
    guard status & Int32(QPDF_ERRORS) == 0 else { return nil }
    guard let buffer else { return length == 0 ? [] : nil }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }
}
