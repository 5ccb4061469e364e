/// The files that a platform takes: formats, and sizes in bytes, inclusive.
public struct UploadLimits: Sendable, Equatable {
  /// Files of this size and more are taken under the kindest reading of the rule.
  public var smallest: Int64
  /// Files up to this size are taken under the kindest reading of the rule.
  public var largest: Int64
  /// The smallest size that is taken under every reading; outside the safe sizes `W_SIZE_AMBIGUOUS` tells.
  public var safeSmallest: Int64
  /// The largest size that is taken under every reading.
  public var safeLargest: Int64
  /// Pixels per inch below which `W_RESOLUTION` tells; 0 for none.
  public var resolution: Int32
  /// The formats that are taken.
  public var kinds: [UploadKind]

  /// Limits; no resolution is asked for unless it is given, and pictures are taken unless other kinds are.
  public init(
    smallest: Int64, largest: Int64, safeSmallest: Int64, safeLargest: Int64, resolution: Int32 = 0,
    kinds: [UploadKind] = [.jpeg, .png, .bmp]
  ) {
    self.smallest = smallest
    self.largest = largest
    self.safeSmallest = safeSmallest
    self.safeLargest = safeLargest
    self.resolution = resolution
    self.kinds = kinds
  }
}

/// A picture or a PDF that is to be uploaded.
public struct UploadedFile: Sendable, Equatable {
  /// The format, by name and content.
  public let kind: UploadKind
  /// Pixels and resolution; a PDF has none.
  public let header: ImageHeader

  /// Checks a file by its name, its size and its first bytes.
  ///
  /// - Parameters:
  ///   - name: the file's name, UTF-8.
  ///   - size: bytes of the whole file.
  ///   - head: the first bytes of the file. A few dozen tell the kind; pixels and resolution need some kilobytes; with
  ///     the whole file a truncated one is found.
  ///   - limits: the formats and sizes that are taken.
  /// - Returns: the kind and what the header says; `E_EXT`, `E_TOO_SMALL`, `E_TOO_LARGE`, `E_MAGIC`,
  ///   `E_EXT_MISMATCH` (``FileKind/found(in:)`` says what the file really is) or `E_TRUNCATED` for a file that is
  ///   rejected.
  public static func check(
    name: UnsafeBufferPointer<UInt8>, size: Int64, head: UnsafeBufferPointer<UInt8>, limits: UploadLimits
  ) -> CheckedValue<UploadedFile> {
    guard let named = UploadKind.named(by: name), limits.kinds.contains(named) else { return CheckedValue(.eExtension) }
    if size < limits.smallest { return CheckedValue(.eTooSmall) }
    if size > limits.largest { return CheckedValue(.eTooLarge) }
    guard let kind = UploadKind.found(in: head, fileSize: size) else {
      return switch FileKind.found(in: head) {
      case nil, .jpeg, .png, .bmp: CheckedValue(.eMagic)
      default: CheckedValue(.eExtensionMismatch)
      }
    }
    guard kind == named else { return CheckedValue(.eExtensionMismatch) }
    let header = ImageHeader.read(head, kind, fileSize: size)
    if header.isTruncated { return CheckedValue(.eTruncated) }
    var verdict = Verdict()
    if kind == .bmp, ImageBytes(head).little32(2).map({ Int64($0) != size }) ?? false { verdict.add(.wFileSize) }
    if size < limits.safeSmallest || size > limits.safeLargest { verdict.add(.wSizeAmbiguous) }
    if let resolution = header.resolution, resolution < limits.resolution { verdict.add(.wResolution) }
    return CheckedValue(UploadedFile(kind: kind, header: header), verdict)
  }

  /// What a file is by its first bytes, whatever its name says: its kind, and for a JPEG, PNG or BMP what its
  /// header says.
  ///
  /// - Parameters:
  ///   - head: as many bytes of its beginning as there are.
  ///   - size: bytes of the whole file.
  public static func look(
    at head: UnsafeBufferPointer<UInt8>, size: Int64
  ) -> (kind: FileKind?, header: ImageHeader?) {
    let image = UploadKind.found(in: head, fileSize: size)
    return (FileKind.found(in: head), image.map { ImageHeader.read(head, $0, fileSize: size) })
  }
}
