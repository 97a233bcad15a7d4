/** The `durable` namespace of `@versori/run`. */

import { Registry } from "./registry.ts";

/** Runs workflows on the platform; here it only takes them. */
export class DurableInterpreter extends Registry {
  static newInstance(): Promise<DurableInterpreter> {
    return Promise.resolve(new DurableInterpreter());
  }
}
