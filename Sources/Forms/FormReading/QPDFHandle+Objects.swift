internal import CQPDF
internal import FilledFields
internal import Foundation
internal import PDFParsing

extension QPDFHandle: PDFObjects {
  func entry(_ key: StaticString, of object: Object) -> Object? {
    let key = UnsafeRawPointer(key.utf8Start).assumingMemoryBound(to: CChar.self)
    return withDictionary(of: object) { dictionary in
      guard qpdf_oh_has_key(data, dictionary, key) != 0 else { return nil }
      return Object(handle: qpdf_oh_get_key(data, dictionary, key))
    }
  }

  private func withDictionary<Value>(of object: Object, _ read: (qpdf_oh) -> Value?) -> Value? {
    guard qpdf_oh_is_stream(data, object.handle) != 0 else {
      return isDictionary(object) ? read(object.handle) : nil
    }
    let dictionary = qpdf_oh_get_dict(data, object.handle)
    defer { qpdf_oh_release(data, dictionary) }
    return read(dictionary)
  }

  func isDictionary(_ object: Object) -> Bool { qpdf_oh_is_dictionary(data, object.handle) != 0 }

  /// Lets libqpdf forget a handle, so that reading many objects does not keep them all.
  func release(_ object: Object) { qpdf_oh_release(data, object.handle) }

  func count(of object: Object) -> Int {
    qpdf_oh_is_array(data, object.handle) != 0 ? Int(qpdf_oh_get_array_n_items(data, object.handle)) : 0
  }

  func element(_ index: Int, of object: Object) -> Object {
    Object(handle: qpdf_oh_get_array_item(data, object.handle, Int32(index)))
  }

  func number(of object: Object) -> Int { Int(qpdf_oh_get_object_id(data, object.handle)) }

  func name(_ object: Object) -> [UInt8]? {
    guard qpdf_oh_is_name(data, object.handle) != 0, let name = qpdf_oh_get_name(data, object.handle) else {
      return nil
    }
    return [UInt8](UnsafeRawBufferPointer(start: name, count: strlen(name)).dropFirst())
  }

  func string(_ object: Object) -> [UInt8]? {
    guard qpdf_oh_is_string(data, object.handle) != 0 else { return nil }
    var length = 0
    guard let text = qpdf_oh_get_binary_string_value(data, object.handle, &length) else { return nil }
    return [UInt8](UnsafeRawBufferPointer(start: text, count: length))
  }

  func value(_ object: Object) -> Double? {
    qpdf_oh_is_number(data, object.handle) != 0 ? qpdf_oh_get_numeric_value(data, object.handle) : nil
  }

  /// `nil` for a stream that is longer than `limit` bytes in the file or has several filters: such a one could grow
  /// without bound.
  func content(of object: Object, atMost limit: Int) -> [UInt8]? {
    var unlimited = Int.max
    return content(of: object, atMost: limit, spent: &unlimited)
  }

  /// The same; the bytes that were looked at are taken from `room`.
  func content(of object: Object, atMost limit: Int, spent room: inout Int) -> [UInt8]? {
    guard qpdf_oh_is_stream(data, object.handle) != 0 else { return nil }
    if let filter = entry("/Filter", of: object) {
      defer { release(filter) }
      if count(of: filter) > 1 { return nil }
    }
    if let length = entry("/Length", of: object) {
      defer { release(length) }
      if let length = value(length), length > Double(limit) { return nil }
    }
    guard let raw = stream(object, qpdf_dl_none) else { return nil }
    room -= min(raw.count, room)
    guard raw.count <= limit else { return nil }
    let content = stream(object, qpdf_dl_generalized)
    room -= min(max((content?.count ?? 0) - raw.count, 0), room)
    return content
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
