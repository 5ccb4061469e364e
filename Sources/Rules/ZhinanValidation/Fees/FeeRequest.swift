/// A number of a fee request as it was given.
public enum FeeCount: Sendable, Equatable {
  case absent
  case whole(Int64)
  /// Something that is not a whole number.
  case wrongType
}

/// What a fee is asked for. What is absent counts as none, and as one year.
public struct FeeRequest: Sendable, Equatable {
  /// New certificates.
  public var new: FeeCount
  /// Years of each new certificate.
  public var years: FeeCount
  /// Renewed certificates.
  public var renew: FeeCount
  /// Years of each renewal.
  public var renewYears: FeeCount
  /// Keys lost.
  public var lost: FeeCount
  /// Keys damaged by the user.
  public var damaged: FeeCount
  /// Keys defective inside the warranty.
  public var defectiveInWarranty: FeeCount

  /// A request; what is left out is absent.
  public init(
    new: FeeCount = .absent, years: FeeCount = .absent, renew: FeeCount = .absent, renewYears: FeeCount = .absent,
    lost: FeeCount = .absent, damaged: FeeCount = .absent, defectiveInWarranty: FeeCount = .absent
  ) {
    self.new = new
    self.years = years
    self.renew = renew
    self.renewYears = renewYears
    self.lost = lost
    self.damaged = damaged
    self.defectiveInWarranty = defectiveInWarranty
  }
}
