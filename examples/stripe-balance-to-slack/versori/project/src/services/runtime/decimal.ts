// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { DataError } from "./data-error.ts";

/** How `round` decides; `half-up` takes a half away from zero. */
export type Rounding =
  | "half-up"
  | "half-even"
  | "half-down"
  | "up"
  | "down"
  | "ceiling"
  | "floor";

/** The quotient of two integers, rounded; the divisor is positive. */
function divideRounded(
  dividend: bigint,
  divisor: bigint,
  mode: Rounding,
): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n) return quotient;
  const away = dividend < 0n ? -1n : 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const half = twice === divisor;
  const over = twice > divisor;
  const decide = (): boolean => {
    switch (mode) {
      case "half-up":
        return over || half;
      case "half-even":
        return over || (half && quotient % 2n !== 0n);
      case "half-down":
        return over;
      case "up":
        return true;
      case "down":
        return false;
      case "ceiling":
        return away > 0n;
      case "floor":
        return away < 0n;
    }
  };
  return decide() ? quotient + away : quotient;
}

/** The digits that a decimal may have. */
const MAX_DIGITS = 34;

/** The error for a decimal that is too long. */
function tooManyDigits(): DataError {
  return new DataError(
    "too-many-digits",
    `a decimal has more than ${MAX_DIGITS} digits`,
  );
}

/** Powers of ten, which are slow to make. */
const POWERS: readonly bigint[] = Array.from(
  { length: 40 },
  (_, exponent) => 10n ** BigInt(exponent),
);

/** Ten to the power of an exponent that is not negative. */
function power(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** The digits up to which a decimal is certainly not too long. */
const SHORT = 17;

/** The least number that has more digits than that. */
const SHORT_LIMIT = power(SHORT);

/** Below it, a JSON number holds every digit. */
const NUMBER_LIMIT = power(15);

/**
 * An exact decimal number of at most 34 digits. `+`, `-` and `*` never round; a result
 * that would need more digits is an error.
 */
export class Decimal {
  static readonly ZERO: Decimal = new Decimal(0n, 0);

  /** The value is `mantissa / 10 ** scale`; there may be needless trailing zeros. */
  private constructor(
    private readonly mantissa: bigint,
    private readonly scale: number,
  ) {}

  private static make(mantissa: bigint, scale: number): Decimal {
    const made = new Decimal(mantissa, scale);
    if (
      scale <= SHORT && mantissa < SHORT_LIMIT && mantissa > -SHORT_LIMIT
    ) {
      return made;
    }
    const shortest = made.shortest();
    const digits = shortest.abs().mantissa.toString().length;
    if (Math.max(digits, shortest.scale) > MAX_DIGITS) {
      throw tooManyDigits();
    }
    return shortest;
  }

  /** The same value without needless trailing zeros. */
  private shortest(): Decimal {
    let { mantissa, scale } = this;
    while (scale > 0 && mantissa % 10n === 0n) {
      mantissa /= 10n;
      scale -= 1;
    }
    return new Decimal(mantissa, scale);
  }

  /** Reads `-12.50`: digits, and after a point more digits; nothing else. */
  static fromString(text: string): Decimal {
    const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (match === null) {
      throw new DataError(
        "invalid-decimal",
        "expected a decimal such as 12.50, got other text",
      );
    }
    const [, sign = "", whole = "", fraction = ""] = match;
    if (whole.length + fraction.length <= SHORT) {
      return new Decimal(BigInt(sign + whole + fraction), fraction.length);
    }
    // Text may be long, so it is cut down before it becomes a number.
    let first = 0;
    while (whole[first] === "0" && first < whole.length - 1) first += 1;
    let places = fraction.length;
    while (places > 0 && fraction[places - 1] === "0") places -= 1;
    if (Math.max(whole.length - first, places) > MAX_DIGITS) {
      throw tooManyDigits();
    }
    const digits = whole.slice(first) + fraction.slice(0, places);
    const mantissa = BigInt(sign + digits);
    return Decimal.make(mantissa, places);
  }

  /**
   * The decimal that a JSON number was written as. Numbers of more than 15 significant
   * digits are refused: they need not be what was written.
   */
  static fromNumber(number: number): Decimal {
    if (Number.isSafeInteger(number) && Math.abs(number) < 1e15) {
      return new Decimal(BigInt(number), 0);
    }
    const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number));
    if (match === null) {
      throw new DataError("invalid-decimal", "expected a finite number");
    }
    const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
    const digits = (whole + fraction).replace(/^0+|0+$/g, "");
    if (digits.length > 15) {
      throw new DataError(
        "imprecise-number",
        "a number has more than 15 significant digits; send it as a string",
      );
    }
    const scale = fraction.length - Number(exponent);
    if (Math.abs(scale) > 2 * MAX_DIGITS) {
      throw tooManyDigits();
    }
    const mantissa = BigInt(sign + whole + fraction);
    return scale < 0
      ? Decimal.make(mantissa * power(-scale), 0)
      : Decimal.make(mantissa, scale);
  }

  /** The decimal of an amount in units of `places` after the point. */
  static fromMinor(amount: number, places: number): Decimal {
    return Decimal.make(BigInt(amount), places);
  }

  private mantissaAt(scale: number): bigint {
    return scale === this.scale
      ? this.mantissa
      : this.mantissa * power(scale - this.scale);
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return Decimal.make(
      this.mantissaAt(scale) + other.mantissaAt(scale),
      scale,
    );
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated());
  }

  times(other: Decimal): Decimal {
    return Decimal.make(
      this.mantissa * other.mantissa,
      this.scale + other.scale,
    );
  }

  /** The quotient, rounded to `places` after the point. */
  dividedBy(
    divisor: Decimal,
    places: number,
    mode: Rounding = "half-up",
  ): Decimal {
    if (divisor.mantissa === 0n) {
      throw new DataError("division-by-zero", "division by zero");
    }
    const dividend = this.mantissa * power(places + divisor.scale);
    const scaled = divisor.mantissa * power(this.scale);
    return Decimal.make(
      scaled < 0n
        ? divideRounded(-dividend, -scaled, mode)
        : divideRounded(dividend, scaled, mode),
      places,
    );
  }

  negated(): Decimal {
    return new Decimal(-this.mantissa, this.scale);
  }

  abs(): Decimal {
    return this.mantissa < 0n ? this.negated() : this;
  }

  /** Rounded to at most `places` after the point. */
  round(places: number, mode: Rounding = "half-up"): Decimal {
    if (places >= this.scale) return this;
    const unit = power(this.scale - places);
    return Decimal.make(divideRounded(this.mantissa, unit, mode), places);
  }

  /** -1, 0 or 1: less than, equal to or greater than `other`. */
  compare(other: Decimal): -1 | 0 | 1 {
    const scale = Math.max(this.scale, other.scale);
    const left = this.mantissaAt(scale);
    const right = other.mantissaAt(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  /** The shortest text: `12.5`, `-0.01`, `3`. */
  toString(): string {
    const shortest = this.shortest();
    return shortest.toFixed(shortest.scale);
  }

  /** Text with exactly `places` digits after the point, rounded half up. */
  toFixed(places: number): string {
    const rounded = this.round(places);
    const digits = rounded.abs().mantissaAt(places).toString()
      .padStart(places + 1, "0");
    const point = digits.length - places;
    const sign = rounded.mantissa < 0n ? "-" : "";
    return places === 0
      ? sign + digits
      : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  /** A number that reads as this decimal: at most 15 significant digits. */
  toNumber(): number {
    const { mantissa, scale } = this;
    if (
      mantissa < NUMBER_LIMIT && mantissa > -NUMBER_LIMIT && scale <= SHORT
    ) {
      // Both are exact, so the quotient is the number nearest to this decimal.
      return scale === 0
        ? Number(mantissa)
        : Number(mantissa) / Number(power(scale));
    }
    const text = this.toString();
    const digits = text.replace(/[-.]/g, "").replace(/^0+|0+$/g, "");
    if (digits.length > 15) {
      throw new DataError(
        "too-many-digits",
        "a number cannot hold more than 15 significant digits",
      );
    }
    return Number(text);
  }

  /** This decimal as a safe integer; a fraction is an error. */
  toInteger(): number {
    const { mantissa, scale } = this.shortest();
    const number = Number(mantissa);
    if (scale > 0 || !Number.isSafeInteger(number)) {
      throw new DataError("out-of-range", "expected a safe integer");
    }
    return number;
  }

  /** This amount in units of `places` after the point; a smaller fraction is an error. */
  toMinor(places: number): number {
    const shortest = this.shortest();
    if (shortest.scale > places) {
      throw new DataError(
        "out-of-range",
        `an amount has more than ${places} decimal places`,
      );
    }
    return new Decimal(shortest.mantissaAt(places), 0).toInteger();
  }

  /** Refuses: the field's type decides between a number and text. */
  toJSON(): never {
    throw new TypeError("write a Decimal by toNumber() or toString()");
  }
}

/** The decimal that text says, or that a number is. */
export function decimal(value: string | number | Decimal): Decimal {
  if (typeof value === "string") return Decimal.fromString(value);
  return value instanceof Decimal ? value : Decimal.fromMinor(value, 0);
}
