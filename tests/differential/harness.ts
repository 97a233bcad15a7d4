// Calls emitted mappings on inputs that come as lines of JSON, and answers with lines. The
// files that call them, and `outcome`, which stands before this, are those of `gusset verify`.

type Call = (given: Record<string, unknown>) => unknown;

const mappings = new Map<string, Call>();

async function answer(line: string): Promise<unknown> {
  const request = JSON.parse(line);
  if ("load" in request) {
    mappings.clear();
    const load = async ([name, file]: [string, string]) => {
      mappings.set(name, (await import(file)).callMapping);
    };
    await Promise.all(request.load.map(load));
    return mappings.size;
  }
  const call = mappings.get(request.mapping);
  if (call === undefined) return "no such mapping";
  return request.inputs.map((inputs: string) => outcome(call, inputs));
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
