/// Latin letters with a mark: the canonical pairs of Unicode's NFC in Latin-1, Latin Extended-A, -B and Additional
/// (497 letters).
enum ComposedLatin {
  /// Each combining mark, then letters in pairs: without the mark, with it.
  static let pairs: StaticString = """
    \u{300}AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ\
    \u{301}AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗ\
    ÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ\
    \u{302}AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ\
    \u{303}AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ\
    \u{304}AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ\
    \u{306}AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ\
    \u{307}CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪ\
    tṫWẆwẇXẊxẋYẎyẏſẛ\
    \u{308}AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ\
    \u{309}AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ\
    \u{30A}AÅaåUŮuůwẘyẙ\
    \u{30B}OŐoőUŰuű\
    \u{30C}CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ\
    \u{30F}AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ\
    \u{311}AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ\
    \u{31B}OƠoơUƯuư\
    \u{323}BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụ\
    ƯỰưựYỴyỵ\
    \u{324}UṲuṳ\
    \u{325}AḀaḁ\
    \u{326}SȘsșTȚtț\
    \u{327}CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ\
    \u{328}AĄaąEĘeęIĮiįUŲuųOǪoǫ\
    \u{32D}DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ\
    \u{32E}HḪhḫ\
    \u{330}EḚeḛIḬiḭUṴuṵ\
    \u{331}BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ
    """
}
