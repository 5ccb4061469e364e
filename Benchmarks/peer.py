"""Checks of credit codes and citizen numbers a second by python-stdnum, on one core: the best of five rounds."""
import time

from stdnum.cn import ric, uscc


def rate(check, values, rounds=20_000):
    best = 0.0
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(rounds):
            for value in values:
                check(value)
        best = max(best, rounds * len(values) / (time.perf_counter() - start))
    return best


print(f"python-stdnum uscc: {rate(uscc.is_valid, ['91210302WWG7LCMK6D', '91210303XX1LCR051Q', '11210300QQAD4NEK1J']):.0f} checks/s")
print(f"python-stdnum citizen id: {rate(ric.is_valid, ['210302197001019978', '110101199003070003'], 5_000):.0f} checks/s")
