import { http } from "@versori/run";

type Fetch = typeof fetch;
type Log = { info: (message: string, fields?: Record<string, number>) => void };

async function patiently(
  path: string,
  init: RequestInit,
  { fetch: send, log, attempts = 3, timeout = 5000 }: {
    fetch: Fetch;
    log?: Log;
    attempts?: number;
    timeout?: number;
  },
): Promise<Response> {
  for (let attempt = 1;; attempt += 1) {
    try {
      return await send(path, {
        ...init,
        signal: AbortSignal.timeout(timeout),
      });
    } catch (error) {
      if (attempt >= attempts) throw error;
      log?.info("Trying again", { attempt });
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 100));
    }
  }
}

export const users = http("users", { connection: "crm" }, async (ctx) => {
  const response = await patiently("/users", { method: "GET" }, {
    fetch: ctx.fetch,
    log: ctx.log,
  });
  return response.json();
});
