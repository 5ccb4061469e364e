"""Writes Tests/Fixtures/records: ten made-up records a form, for Tests/PDF/engines.py. Rare and very rare Han, long
values that shrink or wrap, Latin between Han, names beyond the BMP, much and little filled in."""

import json
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "Fixtures/records"
USCC = ["91210302WWG7LCMK6D", "93210381UUJ6E2JU6H", "91210303XX1LCR051Q", "11210300QQAD4NEK1J"]


def citizen(area, birth, serial):
    """A citizen number with its check digit (GB 11643-1999)."""
    digits = f"{area}{birth}{serial}"
    return digits + "10X98765432"[sum(int(d) * (2 ** (17 - i) % 11) for i, d in enumerate(digits)) % 11]


def mobile(number):
    return f"1380000{number:04}"


PERSONS = ["王䶮", "钱𬭎", "吴𠅤", "阿卜杜拉·买买提", "孙㛃", "李喆堃", "赵𪚥", "欧阳犇骉", "尼玛次仁·平措", "周𫘝"]
COMPANIES = [
    "鞍山示例建筑工程有限公司", "岫岩满族自治县示例村股份经济合作社", "海城市示例Tech软件（中国）有限公司", "台安示例饕餮餐饮管理有限公司",
    "鞍山市千山区示例街道社区卫生服务中心", "鞍山示例𬭎业有限公司", "辽宁省示例鑫鑫骉骉物流集团股份有限公司鞍山市铁东区第一分公司",
    "ABC示例（鞍山）Engineering有限公司", "鞍山示例钢铁冶金设备制造安装检修工程技术服务有限责任公司", "鞍山示例公司",
]
ADDRESSES = [
    "辽宁省鞍山市铁东区示例路1号示例大厦5层", "岫岩满族自治县示例镇示例村4组", "辽宁省鞍山市海城市示例路88号Tower-B座1203室",
    "台安县示例镇饕餮街9号", "鞍山市千山区示例街道（社区服务中心院内）", "鞍山市立山区𬭎胜路3号", "鞍山市铁西区示例南街12-7号",
    "No.8示例路ABC Park，3F，鞍山市高新区", "辽宁省鞍山市铁东区示例路与示例二道街交叉口西北侧约二百米示例钢铁冶金设备制造园区三期十二号厂房附属综合办公楼五层东侧",
    "鞍山市示例路1号",
]


def application(n):
    record = {
        "form": "ca-application", "businessType": "new", "caVendor": "BJCA", "certType": "org", "orgName": COMPANIES[n],
        "uscc": USCC[n % 4], "address": ADDRESSES[n], "legalRepName": PERSONS[n], "legalRepIdType": "residentId",
        "legalRepIdNumber": citizen("210303", f"19{60 + n}1231", f"99{n}"), "agentName": PERSONS[(n + 3) % 10],
        "agentIdType": "residentId", "agentIdNumber": citizen("210302", f"19{80 + n}0101", f"98{n}"),
        "agentMobile": mobile(n), "sealTypes": ["orgSeal"], "platforms": ["anshan"], "deliveryMethod": "pickup",
        "invoiceType": "none",
    }
    mail = {
        "deliveryMethod": "mail", "recipientName": PERSONS[(n + 5) % 10], "recipientMobile": mobile(100 + n),
        "recipientRegion": "辽宁省/鞍山市/铁东区", "recipientAddress": ADDRESSES[(n + 1) % 10],
    }
    special = {
        "invoiceType": "special", "invoiceAddress": ADDRESSES[(n + 2) % 10], "invoicePhone": "0412-5530000",
        "bankName": "中国示例银行股份有限公司鞍山铁东支行", "bankAccount": f"09000000{n:02}",
    }
    contact = {
        "applyDate": "2026-11-22", "orgType": "enterprise", "postalCode": "114000", "phone": "0412-5530000",
        "email": f"office.{n}@example.com", "legalRepMobile": mobile(200 + n), "agentEmail": f"agent-{n}@mail.example.com",
    }
    more = [
        {},
        {**contact, **mail, **special, "applicationNo": "SQ20261122-0001", "certCount": 99, "years": 5},
        {**contact, **mail, "invoiceType": "electronicNormal", "invoiceEmail": f"{'long.mail.' * 3}x@example.com"},
        {**contact, "pickupPoint": "鞍山市铁东区示例路1号示例政务服务中心一楼大厅12号窗口", "platforms": ["anshan", "dalian", "other"],
         "otherPlatform": "示例B2B招标采购平台（ePlatform）"},
        {"businessType": "renew", "originalCertNo": "20261122ABCDEF01", **mail},
        {**contact, "businessType": "change", "originalCertNo": "ABCDEF0123456789ABCDEF0123456789ABCDEF01",
         "changeItems": ["orgName", "legalRep", "other"],
         "changeOld": "鞍山示例旧名有限公司；法定代表人王䶮", "changeNew": "鞍山示例𬭎业有限公司；法定代表人孙㛃（2026年起）"},
        {"businessType": "reissue", "reissueReason": "damaged", "originalCertNo": "0123456789ABCDEF", "certType": "orgPerson"},
        {**contact, "caVendor": "CFCA", "legalRepIdType": "passport", "legalRepName": "ALEXANDER MAXIMILIAN O'CONNOR",
         "legalRepIdNumber": "E12345678", "agentIdType": "hkMacaoPermit", "agentIdNumber": "H12345678", **mail},
        {**contact, **mail, **special, "sealTypes": ["orgSeal", "legalRepSeal", "contractSeal", "financeSeal", "invoiceSeal",
                                                     "bidSeal", "signature", "other"], "otherSealName": "示例第一项目部技术资料专用章"},
        {"agentIdType": "taiwanPermit", "agentIdNumber": "12345678"},
    ]
    return record | more[n]


def seals(n):
    kinds = ["orgSeal", "legalRepSeal", "contractSeal", "financeSeal", "invoiceSeal", "bidSeal", "other"]
    shapes = [("round", 40, 40), ("square", 20, 20), ("oval", 45, 30), ("rectangle", 60, 25)]
    items = []
    for index in range(n % 4 + 1):
        shape, width, height = shapes[(n + index) % 4]
        name = COMPANIES[(n + index) % 10] if index != 1 else PERSONS[n].replace("·", "") + "印"
        items.append({"type": kinds[(n + index) % 7], "name": name, "shape": shape, "widthMM": width, "heightMM": height,
                      "color": ["red", "blue"][(n + index) % 3 == 2]})
    record = {"form": "seal-sample", "orgName": COMPANIES[n], "uscc": USCC[n % 4], "agentName": PERSONS[n],
              "agentMobile": mobile(300 + n), "seals": items}
    return record | ({"applyDate": f"2026-11-{n + 10}"} if n % 2 else {})


def pickup(n):
    record = {"form": "pickup", "orgName": COMPANIES[n], "uscc": USCC[n % 4], "certType": ["org", "orgPerson"][n % 2],
              "certCount": n * 10 + 1, "agentName": PERSONS[n],
              "agentIdNumber": citizen("210304", f"19{70 + n}0615", f"97{n}"), "agentMobile": mobile(400 + n)}
    if n % 3 == 1:
        record |= {"orderNo": f"DD-{n}-2026112200000000000001", "pickupPoint": ADDRESSES[n], "keyCount": 99}
    if n % 3 == 2:
        record |= {"proxyName": PERSONS[(n + 1) % 10], "proxyIdNumber": citizen("210311", f"19{90 + n % 9}0228", f"96{n}"),
                   "proxyMobile": mobile(500 + n)}
    return record


for form, make in [("ca-application", application), ("seal-sample", seals), ("pickup", pickup)]:
    folder = FOLDER / form
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(10):
        text = json.dumps(make(n), ensure_ascii=False, indent=1)
        (folder / f"{n}.json").write_text(text + "\n")
