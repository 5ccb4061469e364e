/// Characters that GBK and the editions of GB 18030 before 2022 kept at private-use code points, with what GB 18030-2022
/// (and 2005, and 2000) put for them (GB 18030-2022 annexes; the bytes are those of the code table).
enum PrivateUseHan {
  /// U+E815 to U+E864: bytes FE50 to FEA0.
  static let components: StaticString = """
    ⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅\
    䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻
    """

  /// U+E78D to U+E796: bytes A6D9 to A6DF, A6EC, A6ED and A6F3, punctuation for vertical text.
  static let vertical: [UInt32] = [
    0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19,
  ]
}
