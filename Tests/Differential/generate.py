"""Makes values for the differential test: right ones by the standards, and what becomes of them by mistakes."""
import datetime

USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORG = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
REGIONS = ["210302", "210303", "210304", "210311", "210321", "210323", "210381", "210102", "210202", "110101", "440305",
           "500101", "650102", "460105", "220102", "310104", "330106", "420106", "510104", "610102"]


def citizen_check(body):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(c) * w for c, w in zip(body, weights)) % 11]


def birthday(source):
    first = datetime.date(1899, 1, 1).toordinal()
    return datetime.date.fromordinal(source.randrange(first, datetime.date(2030, 1, 1).toordinal())).strftime("%Y%m%d")


def citizen_id(source):
    region = source.choice(REGIONS) if source.random() < 0.8 else f"{source.randrange(10, 99)}{source.randrange(0, 9999):04}"
    body = region + birthday(source) + f"{source.randrange(0, 1000):03}"
    return body + citizen_check(body)


def residence_permit_hmt(source):
    body = source.choice(["810000", "820000", "830000"]) + birthday(source) + f"{source.randrange(0, 1000):03}"
    return body + citizen_check(body)


def uscc(source):
    org = "".join(source.choice(USCC) for _ in range(8))
    total = sum(ORG.index(c) * w for c, w in zip(org, (3, 7, 9, 10, 5, 8, 4, 2)))
    check = "0X987654321"[total % 11] if source.random() < 0.9 else source.choice("0123456789X")
    body = source.choice(["91", "92", "93", "11", "12", "51", "52", "53", "Y1", "N1", "A1", "99"]) + source.choice(REGIONS) + org + check
    total = sum(USCC.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + USCC[(31 - total) % 31]


def bank_card(source):
    body = source.choice(["62", "62", "62", "4", "60"]) + "".join(source.choice("0123456789") for _ in range(source.randrange(11, 19)))
    total = sum(sum(divmod(int(c) * (2 if i % 2 == 0 else 1), 10)) for i, c in enumerate(reversed(body)))
    return body + str(-total % 10)


def mobile(source):
    return source.choice(["", "", "+86", "0086", "86"]) + "1" + f"{source.randrange(0, 10**10):010}"


def landline(source):
    area = source.choice(["010", "021", "024", "0411", "0412", "0429", "0571", "0410", "026", "0999", "0100"])
    return area + source.choice(["-", "", " "]) + str(source.randrange(10**6, 10**8))


RULES = {
    "uscc": uscc, "citizen_id": citizen_id, "residence_permit_hmt": residence_permit_hmt, "bank_card": bank_card,
    "mobile": mobile, "landline": landline,
}


def mutated(value, source):
    """The value itself in half of all cases; else one mistake that people make."""
    kind = source.random()
    place = source.randrange(len(value))
    if kind < 0.5:
        return value
    if kind < 0.75:
        return value[:place] + source.choice("0123456789ABCXYZOI") + value[place + 1:]
    if kind < 0.85 and place + 1 < len(value):
        return value[:place] + value[place + 1] + value[place] + value[place + 2:]
    if kind < 0.9:
        return value[:place] + value[place + 1:]
    if kind < 0.95:
        return value[:place] + source.choice("0123456789") + value[place:]
    if kind < 0.97:
        return value.lower()
    return value[:place] + source.choice(["*", "中", "Х", "①", "+", "/"]) + value[place + 1:]
