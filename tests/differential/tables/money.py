"""Writes money.json: amounts computed by Python's decimal, which shares no code with gusset.

Run `python3 money.py > money.json` in this folder. The numbers are drawn from a seed, so that
the same table comes out each time.
"""

import json
import random
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 200
draw = random.Random(20240229)
PLACES = {"JPY": 0, "KRW": 0, "USD": 2, "EUR": 2, "KWD": 3, "BHD": 3, "CLF": 4}


def plain(value):
    """The shortest text without exponent; there is no negative zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def rounded(value, places, mode):
    return value.quantize(Decimal(1).scaleb(-places), rounding=mode)


def amount(places, digits):
    """A random amount of up to so many digits, with so many places."""
    return Decimal(draw.randint(-(10**digits) + 1, 10**digits - 1)).scaleb(-places)


def fixed(value, places):
    text = format(rounded(value, places, ROUND_HALF_UP), "f")
    zero = not any(digit in text for digit in "123456789")
    return text.removeprefix("-") if zero else text


rows = []


def row(kind, gives, **source):
    rows.append({"kind": kind, "source": source, "gives": gives})


# Sums: cents, prices of four places, and what floats get wrong.
row("sum", "0.3", list=["0.1", "0.2"])
row("sum", "1", list=["0.1"] * 10)
row("sum", "0", list=[])
for _ in range(60):
    values = [amount(draw.choice([0, 2, 3, 4]), draw.choice([3, 6, 10])) for _ in range(draw.randint(1, 40))]
    row("sum", plain(sum(values, Decimal(0))), list=[format(value, "f") for value in values])

# Tax at rates of four places, on cents; and exact halves, where the modes differ.
halves = [("0.50", "0.0100"), ("2.50", "0.0100"), ("10.10", "0.0750"), ("-0.50", "0.0100"), ("-1.50", "0.0100"), ("1.00", "0.0050"), ("3.00", "0.0050"), ("19.99", "0.0750"), ("100.50", "0.0100")]
taxed = [(Decimal(base), Decimal(rate)) for base, rate in halves]
taxed += [(amount(2, draw.choice([3, 5, 8, 13])), Decimal(draw.randint(0, 3000)).scaleb(-4)) for _ in range(150)]
for base, rate in taxed:
    source = {"a": format(base, "f"), "b": format(rate, "f")}
    row("tax", plain(rounded(base * rate, 2, ROUND_HALF_UP)), **source)
    row("tax half-even", plain(rounded(base * rate, 2, ROUND_HALF_EVEN)), **source)

# Rounding at the places of currencies, of halves and their neighbours.
for currency in ["JPY", "USD", "KWD"]:
    places = PLACES[currency]
    for _ in range(40):
        whole = draw.randint(-(10**9), 10**9)
        tail = draw.choice(["5", "49", "50", "51", "4999999999", "5000000001"])
        sign = "-" if whole < 0 else ""
        digits = str(abs(whole)).rjust(places + 1, "0")
        text = f"{sign}{digits[:len(digits) - places]}.{digits[len(digits) - places:]}{tail}"
        value = Decimal(text)
        row(f"round {places}", plain(rounded(value, places, ROUND_HALF_UP)), a=text)
        row(f"round {places} half-even", plain(rounded(value, places, ROUND_HALF_EVEN)), a=text)

# Minor units in and out.
for currency, places in PLACES.items():
    for _ in range(15):
        units = draw.randint(-(10**15), 10**15)
        value = Decimal(units).scaleb(-places)
        row("from minor", plain(value), n=units, currency=currency)
        row("to minor", str(units), a=plain(value), currency=currency)

# Numbers of fifteen digits, which a JSON number carries.
for _ in range(120):
    value = amount(draw.choice([0, 1, 2, 3, 5, 8]), 15)
    row("number", plain(value), a=format(value, "f"))

# Quantities times prices, and shares of a total.
for _ in range(80):
    price, quantity = amount(4, 12), draw.randint(1, 100000)
    row("line", fixed(price * quantity, 2), a=format(price, "f"), n=quantity)
    total, parts = amount(2, 11), Decimal(draw.randint(1, 999))
    exact = total / parts
    row("share", plain(rounded(exact, 2, ROUND_HALF_UP)), a=format(total, "f"), b=str(parts))
    row("share half-even", plain(rounded(exact, 2, ROUND_HALF_EVEN)), a=format(total, "f"), b=str(parts))

note = "Made by money.py with Python's decimal; independent of both back ends."
lines = ",\n".join(json.dumps(one) for one in rows)
print(f'{{"note": {json.dumps(note)}, "rows": [\n{lines}\n]}}')
