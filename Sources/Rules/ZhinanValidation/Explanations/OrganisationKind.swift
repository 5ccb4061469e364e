/// What an organisation is, by the first two characters of its credit code (GB 32100-2015 table 2 with amendment 1 of 2016;
/// self-government of villages and neighbourhoods came later).
public enum OrganisationKind: UInt8, CaseIterable, Sendable {
  /// 机关.
  case stateOrgan
  /// 事业单位.
  case publicInstitution
  /// 中央编办直接管理机构编制的群众团体.
  case massOrganisation
  /// 外国常驻新闻机构.
  case foreignNewsBureau
  /// 律师执业机构.
  case lawFirm
  /// 公证处.
  case notaryOffice
  /// 基层法律服务所.
  case legalServiceOffice
  /// 司法鉴定机构.
  case forensicInstitute
  /// 仲裁委员会.
  case arbitrationCommission
  /// 外国在华文化中心.
  case foreignCulturalCentre
  /// 社会团体.
  case socialGroup
  /// 民办非企业单位.
  case privateNonEnterprise
  /// 基金会.
  case foundation
  /// 基层群众性自治组织.
  case localSelfGovernment
  /// 外国旅游部门常驻代表机构.
  case foreignTourismOffice
  /// 港澳台地区旅游部门常驻内地（大陆）代表机构.
  case regionalTourismOffice
  /// 宗教活动场所.
  case religiousSite
  /// 宗教院校.
  case religiousSchool
  /// 基层工会.
  case basicTradeUnion
  /// 企业.
  case enterprise
  /// 个体工商户.
  case individualBusiness
  /// 农民专业合作社.
  case farmersCooperative
  /// 军队事业单位.
  case militaryInstitution
  /// 组级集体经济组织.
  case groupCollective
  /// 村级集体经济组织.
  case villageCollective
  /// 乡镇级集体经济组织.
  case townshipCollective
  /// 其他.
  case other

  /// The kind that a department's second character means, both ASCII; `nil` where the department has none such.
  init?(department: UInt8, kind: UInt8) {
    switch (department, kind) {
    case (0x31, 0x31): self = .stateOrgan
    case (0x31, 0x32): self = .publicInstitution
    case (0x31, 0x33): self = .massOrganisation
    case (0x32, 0x31): self = .foreignNewsBureau
    case (0x33, 0x31): self = .lawFirm
    case (0x33, 0x32): self = .notaryOffice
    case (0x33, 0x33): self = .legalServiceOffice
    case (0x33, 0x34): self = .forensicInstitute
    case (0x33, 0x35): self = .arbitrationCommission
    case (0x34, 0x31): self = .foreignCulturalCentre
    case (0x35, 0x31): self = .socialGroup
    case (0x35, 0x32): self = .privateNonEnterprise
    case (0x35, 0x33): self = .foundation
    case (0x35, 0x34), (0x35, 0x35): self = .localSelfGovernment
    case (0x36, 0x31): self = .foreignTourismOffice
    case (0x36, 0x32): self = .regionalTourismOffice
    case (0x37, 0x31): self = .religiousSite
    case (0x37, 0x32): self = .religiousSchool
    case (0x38, 0x31): self = .basicTradeUnion
    case (0x39, 0x31): self = .enterprise
    case (0x39, 0x32): self = .individualBusiness
    case (0x39, 0x33): self = .farmersCooperative
    case (0x41, 0x31): self = .militaryInstitution
    case (0x4E, 0x31): self = .groupCollective
    case (0x4E, 0x32): self = .villageCollective
    case (0x4E, 0x33): self = .townshipCollective
    case (0x31, 0x39), (0x32, 0x39), (0x33, 0x39), (0x34, 0x39), (0x35, 0x39), (0x36, 0x39), (0x37, 0x39), (0x38, 0x39),
      (0x39, 0x39), (0x41, 0x39), (0x4E, 0x39), (0x59, 0x31):
      self = .other
    default: return nil
    }
  }

  /// The standard's word, Chinese.
  public var chineseName: StaticString {
    switch self {
    case .stateOrgan: "机关"
    case .publicInstitution: "事业单位"
    case .massOrganisation: "中央编办直接管理机构编制的群众团体"
    case .foreignNewsBureau: "外国常驻新闻机构"
    case .lawFirm: "律师执业机构"
    case .notaryOffice: "公证处"
    case .legalServiceOffice: "基层法律服务所"
    case .forensicInstitute: "司法鉴定机构"
    case .arbitrationCommission: "仲裁委员会"
    case .foreignCulturalCentre: "外国在华文化中心"
    case .socialGroup: "社会团体"
    case .privateNonEnterprise: "民办非企业单位"
    case .foundation: "基金会"
    case .localSelfGovernment: "基层群众性自治组织"
    case .foreignTourismOffice: "外国旅游部门常驻代表机构"
    case .regionalTourismOffice: "港澳台地区旅游部门常驻内地（大陆）代表机构"
    case .religiousSite: "宗教活动场所"
    case .religiousSchool: "宗教院校"
    case .basicTradeUnion: "基层工会"
    case .enterprise: "企业"
    case .individualBusiness: "个体工商户"
    case .farmersCooperative: "农民专业合作社"
    case .militaryInstitution: "军队事业单位"
    case .groupCollective: "组级集体经济组织"
    case .villageCollective: "村级集体经济组织"
    case .townshipCollective: "乡镇级集体经济组织"
    case .other: "其他"
    }
  }

  /// The same in English.
  public var englishName: StaticString {
    switch self {
    case .stateOrgan: "state organ"
    case .publicInstitution: "public institution"
    case .massOrganisation: "mass organisation with posts of the state"
    case .foreignNewsBureau: "foreign news bureau"
    case .lawFirm: "law firm"
    case .notaryOffice: "notary office"
    case .legalServiceOffice: "grassroots legal service office"
    case .forensicInstitute: "forensic institute"
    case .arbitrationCommission: "arbitration commission"
    case .foreignCulturalCentre: "foreign cultural centre"
    case .socialGroup: "social group"
    case .privateNonEnterprise: "private non-enterprise unit"
    case .foundation: "foundation"
    case .localSelfGovernment: "villagers' or residents' committee"
    case .foreignTourismOffice: "foreign tourism office"
    case .regionalTourismOffice: "tourism office of Hong Kong, Macao or Taiwan"
    case .religiousSite: "religious site"
    case .religiousSchool: "religious school"
    case .basicTradeUnion: "basic trade union"
    case .enterprise: "enterprise"
    case .individualBusiness: "individual business"
    case .farmersCooperative: "farmers' cooperative"
    case .militaryInstitution: "military institution"
    case .groupCollective: "collective of a villagers' group"
    case .villageCollective: "collective of a village"
    case .townshipCollective: "collective of a township"
    case .other: "other"
    }
  }
}
