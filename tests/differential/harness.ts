// Runs emitted mappings on inputs that come as lines of JSON, and answers with lines.
//
// The emitted test files are run as they are: `Deno.test` only keeps their functions, and
// the two helpers that they call around a mapping are replaced in a copy of the run-time
// files: `decode` reads the input that is given, the assertions keep the result.

interface Harness {
  inputs: Record<string, unknown>;
  result: string | undefined;
}

const harness: Harness = { inputs: {}, result: undefined };
Object.assign(globalThis, { harness });

const mappings = new Map<string, () => void>();
Deno.test = ((name: string, run: () => void) => {
  mappings.set(name, run);
}) as unknown as typeof Deno.test;

type Outcome =
  | ["value", string]
  | ["failure", string, string]
  | ["error", string];

function outcome(run: () => void, inputs: string): Outcome {
  try {
    harness.inputs = JSON.parse(inputs);
    harness.result = undefined;
    run();
    return harness.result === undefined
      ? ["error", "nothing was asserted"]
      : ["value", harness.result];
  } catch (error) {
    return error instanceof Error && error.name === "DataError"
      ? ["failure", (error as Error & { code: string }).code, error.message]
      : ["error", String(error)];
  }
}

async function answer(line: string): Promise<unknown> {
  const request = JSON.parse(line);
  if ("load" in request) {
    mappings.clear();
    await Promise.all(request.load.map((file: string) => import(file)));
    return mappings.size;
  }
  const run = mappings.get(request.mapping);
  if (run === undefined) return "no such mapping";
  return request.inputs.map((inputs: string) => outcome(run, inputs));
}

const encoder = new TextEncoder();
let rest = "";
const decoder = new TextDecoder();
for await (const chunk of Deno.stdin.readable) {
  rest += decoder.decode(chunk, { stream: true });
  const lines = rest.split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) {
    let said: unknown;
    try {
      said = await answer(line);
    } catch (error) {
      said = `harness: ${error}`;
    }
    const bytes = encoder.encode(`${JSON.stringify(said)}\n`);
    for (let at = 0; at < bytes.length;) {
      at += await Deno.stdout.write(bytes.subarray(at));
    }
  }
}
