/// The objects of an open PDF (PDF 32000-1 §7.3), whoever parses them. References are followed; what is not there, or is
/// null, or is of another type, is `nil`.
package protocol PDFObjects: ~Copyable {
  /// An object, and its number where it has one.
  associatedtype Object

  /// The catalog.
  func root() -> Object
  /// What a dictionary, or a stream's, has under a key, which is written with its slash.
  func entry(_ key: StaticString, of object: Object) -> Object?
  /// How many elements an array has; 0 when the object is none.
  func count(of object: Object) -> Int
  /// An element of an array that has so many.
  func element(_ index: Int, of object: Object) -> Object
  /// Number of an indirect object, 0 for a direct one.
  func number(of object: Object) -> Int
  /// Whether it is a dictionary and no stream.
  func isDictionary(_ object: Object) -> Bool
  /// A name without its slash, escapes undone.
  func name(_ object: Object) -> [UInt8]?
  /// A string's bytes.
  func string(_ object: Object) -> [UInt8]?
  /// A number's value.
  func value(_ object: Object) -> Double?
  /// A stream's content with its filter undone; `nil` for one of more than `limit` bytes in the file, and of several
  /// filters.
  func content(of object: Object, atMost limit: Int) -> [UInt8]?
  /// The object will not be asked any more.
  func release(_ object: Object)
}

extension PDFObjects where Self: ~Copyable {
  /// Whether a dictionary has an entry that is not null.
  package func has(_ key: StaticString, in object: Object) -> Bool {
    guard let found = entry(key, of: object) else { return false }
    release(found)
    return true
  }

  /// A dictionary's entry that is a name, without its slash.
  package func name(_ key: StaticString, of object: Object) -> [UInt8]? {
    guard let found = entry(key, of: object) else { return nil }
    defer { release(found) }
    return name(found)
  }
}
