type Outcome =
  | ["value", string]
  | ["failure", string, string]
  | ["error", string];

function outcome(
  call: (given: Record<string, unknown>) => unknown,
  given: string,
): Outcome {
  try {
    const result = JSON.stringify(call(JSON.parse(given)));
    return result === undefined ? ["error", "no JSON"] : ["value", result];
  } catch (error) {
    return error instanceof Error && error.name === "DataError"
      ? ["failure", (error as Error & { code: string }).code, error.message]
      : ["error", String(error)];
  }
}
