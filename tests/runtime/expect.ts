import { DataError } from "../project/src/runtime/data-error.ts";

/** Fails unless both are the same JSON; `undefined` is told apart. */
export function same(actual: unknown, expected: unknown, of?: unknown): void {
  const text = (value: unknown) =>
    JSON.stringify(
      value,
      (_, part) => part === undefined ? "(undefined)" : part,
    );
  if (text(actual) !== text(expected)) {
    const what = of === undefined ? "" : `${JSON.stringify(of)}: `;
    throw new Error(`${what}expected ${text(expected)}, got ${text(actual)}`);
  }
}

/** What `run` gives, or the code of the data error that it throws. */
export function outcome<T>(run: () => T): T | string {
  try {
    return run();
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  }
}

/** The message of the data error that `run` throws. */
export function problem(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
  throw new Error("expected a data error");
}
