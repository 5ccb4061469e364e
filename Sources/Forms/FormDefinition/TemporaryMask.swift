internal import Validation
enum Masking { static func mask(_ t: UnsafeBufferPointer<UInt8>, as k: MaskKind) -> [UInt8] { [42] } }
