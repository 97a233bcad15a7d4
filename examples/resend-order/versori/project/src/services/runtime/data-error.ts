// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** What is wrong with a value; codes never change their meaning. */
export type DataErrorCode =
  | "ambiguous"
  | "division-by-zero"
  | "imprecise-number"
  | "invalid-date"
  | "invalid-date-time"
  | "invalid-decimal"
  | "invalid-integer"
  | "invalid-json"
  | "missing"
  | "not-one-of"
  | "out-of-range"
  | "rejected"
  | "too-many-digits"
  | "unknown-currency"
  | "unknown-zone"
  | "wrong-type";

/**
 * Data that is not what it must be. The message says where and what was expected,
 * never the value itself, so that it can be logged: values may be personal.
 */
export class DataError extends Error {
  override readonly name: string = "DataError";
  readonly code: DataErrorCode;
  /** What is wrong, without the place. */
  readonly problem: string;
  /** Where it is wrong, from the outside in: keys and positions. */
  readonly path: (string | number)[] = [];

  constructor(code: DataErrorCode, problem: string) {
    super(problem);
    this.code = code;
    this.problem = problem;
  }

  /** Says that the place so far lies within `key`, and gives the same error. */
  within(key: string | number): this {
    this.path.unshift(key);
    const place = this.path.reduce<string>(
      (text, part) =>
        typeof part === "number"
          ? `${text}[${part}]`
          : text === ""
          ? part
          : `${text}.${part}`,
      "",
    );
    this.message = `${place}: ${this.problem}`;
    return this;
  }
}

/** Runs `read`; a data error that it throws is located within `key`. */
export function located<T>(key: string | number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof DataError ? error.within(key) : error;
  }
}
