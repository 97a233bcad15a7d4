/** The interpreter without persistent state of `@versori/run`. */

import { Registry } from "./registry.ts";

/** Runs workflows on the platform; here it only takes them. */
export class MemoryInterpreter extends Registry {
  static newInstance(): Promise<MemoryInterpreter> {
    return Promise.resolve(new MemoryInterpreter());
  }
}
