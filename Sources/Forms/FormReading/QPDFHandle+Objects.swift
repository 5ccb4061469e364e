internal import CQPDF
internal import Foundation

extension QPDFHandle {
  /// A dictionary's entry, or `nil` when there is none or the object is no dictionary.
  func entry(_ key: String, of object: Object) -> Object? {
    withDictionary(of: object) { dictionary in
      guard qpdf_oh_has_key(data, dictionary, key) != 0 else { return nil }
      return Object(handle: qpdf_oh_get_key(data, dictionary, key))
    }
  }

  /// Whether a dictionary has an entry that is not null.
  func has(_ key: String, in object: Object) -> Bool {
    withDictionary(of: object) { qpdf_oh_has_key(data, $0, key) != 0 ? true : nil } ?? false
  }

  private func withDictionary<Value>(of object: Object, _ read: (qpdf_oh) -> Value?) -> Value? {
    guard qpdf_oh_is_stream(data, object.handle) != 0 else {
      return qpdf_oh_is_dictionary(data, object.handle) != 0 ? read(object.handle) : nil
    }
    let dictionary = qpdf_oh_get_dict(data, object.handle)
    defer { qpdf_oh_release(data, dictionary) }
    return read(dictionary)
  }

  /// Lets libqpdf forget a handle, so that reading many objects does not keep them all.
  func release(_ object: Object) { qpdf_oh_release(data, object.handle) }

  /// The same for several.
  func release(_ objects: [Object]) { for object in objects { release(object) } }

  /// An array's elements, taken from the budget; empty when the object is none.
  func elements(of object: Object, budget: inout ReadingBudget) throws(FormReadingError) -> [Object] {
    let count = count(of: object)
    try budget.claim(objects: count)
    return (0..<count).map { element($0, of: object) }
  }

  /// The elements of an array that stands in a dictionary.
  func elements(
    _ key: String, of object: Object, budget: inout ReadingBudget
  ) throws(FormReadingError) -> [Object] {
    guard let list = entry(key, of: object) else { return [] }
    defer { release(list) }
    return try elements(of: list, budget: &budget)
  }

  /// How many elements an array has; 0 when the object is none.
  func count(of object: Object) -> Int {
    qpdf_oh_is_array(data, object.handle) != 0 ? Int(qpdf_oh_get_array_n_items(data, object.handle)) : 0
  }

  /// An array's element.
  func element(_ index: Int, of object: Object) -> Object {
    Object(handle: qpdf_oh_get_array_item(data, object.handle, Int32(index)))
  }

  /// The four numbers of `/Rect`; empty when they are none.
  func rectangle(of object: Object) -> [Double] {
    guard let list = entry("/Rect", of: object) else { return [] }
    defer { release(list) }
    guard count(of: list) == 4 else { return [] }
    return (0..<4).compactMap { index in
      let number = element(index, of: list)
      defer { release(number) }
      return value(number)
    }
  }

  /// Number of an indirect object, 0 for a direct one.
  func number(of object: Object) -> Int { Int(qpdf_oh_get_object_id(data, object.handle)) }

  /// A name without its slash.
  func name(_ object: Object) -> String? {
    guard qpdf_oh_is_name(data, object.handle) != 0 else { return nil }
    return qpdf_oh_get_name(data, object.handle).map { String(String(cString: $0).dropFirst()) }
  }

  /// A dictionary's entry that is a name, without its slash.
  func name(_ key: String, of object: Object) -> String? {
    guard let found = entry(key, of: object) else { return nil }
    defer { release(found) }
    return name(found)
  }

  /// The same, taken from the budget.
  func name(_ key: String, of object: Object, budget: inout ReadingBudget) throws(FormReadingError) -> String? {
    let name = name(key, of: object)
    try budget.claim(text: name?.utf8.count ?? 0)
    return name
  }

  /// A string's bytes.
  func string(_ object: Object) -> [UInt8]? {
    guard qpdf_oh_is_string(data, object.handle) != 0 else { return nil }
    var length = 0
    guard let text = qpdf_oh_get_binary_string_value(data, object.handle, &length) else { return nil }
    return [UInt8](UnsafeRawBufferPointer(start: text, count: length))
  }

  /// A text in any of the shapes that writers give it: a string, a name, a stream of at most 64 KB.
  func text(_ object: Object, budget: inout ReadingBudget) throws(FormReadingError) -> PDFText? {
    if let name = name(object) {
      try budget.claim(text: name.utf8.count)
      return PDFText(name)
    }
    guard let bytes = string(object) ?? content(of: object, atMost: 64 << 10) else { return nil }
    try budget.claim(text: bytes.count)
    return PDFText(bytes)
  }

  /// A text that stands in a dictionary.
  func text(_ key: String, of object: Object, budget: inout ReadingBudget) throws(FormReadingError) -> PDFText? {
    guard let found = entry(key, of: object) else { return nil }
    defer { release(found) }
    return try text(found, budget: &budget)
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
