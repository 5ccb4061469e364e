#if arch(wasm32)

  // What a page calls to unpack the module:
  //
  //     new Uint8Array(memory.buffer, reserve(packed.length), packed.length).set(packed);
  //     while (unpack(100)) …;
  //     const module = new Uint8Array(memory.buffer, reply(), finish());
  nonisolated(unsafe) private var packed = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  nonisolated(unsafe) private var unpacker: ModuleUnpacker?

  /// Room for `count` packed bytes.
  @_cdecl("reserve")
  public func reservePacked(_ count: Int32) -> UnsafeMutableRawPointer? {
    packed = .allocate(capacity: Int(count))
    return UnsafeMutableRawPointer(packed.baseAddress)
  }

  /// Unpacks so many functions more; 1 while there are any left.
  @_cdecl("unpack")
  public func unpackFunctions(_ count: Int32) -> Int32 {
    let unpacking = unpacker ?? ModuleUnpacker(UnsafeBufferPointer(packed))
    unpacker = unpacking
    unpacking.run(functions: Int(count))
    return unpacking.isDone ? 0 : 1
  }

  /// The module's length, or 0 when the packed bytes are damaged.
  @_cdecl("finish")
  public func finishModule() -> Int32 { Int32(truncatingIfNeeded: unpacker?.unpacked.count ?? 0) }

  /// Where the module stands.
  @_cdecl("reply")
  public func moduleAddress() -> UnsafeRawPointer? { UnsafeRawPointer(unpacker?.unpacked.baseAddress) }
#endif
