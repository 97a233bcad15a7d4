/** Key-value storage in memory. */

import { throughJson } from "./engine.ts";
import {
  type GetOptions,
  type KeyValue,
  KVNotFoundError,
} from "./versori-run.ts";

/** One scope's keys and values. */
export class MemoryKeyValue implements KeyValue {
  private readonly entries = new Map<string, unknown>();

  get<T>(
    key: string | string[],
    options: GetOptions<T> = {},
  ): Promise<T | undefined> {
    const name = nameOf(key);
    if (this.entries.has(name)) {
      return Promise.resolve(throughJson(this.entries.get(name)) as T);
    }
    return options.throwOnNotFound === true
      ? Promise.reject(new KVNotFoundError("the key is not there"))
      : Promise.resolve(options.defaultValue);
  }

  set<T>(key: string | string[], value: T): Promise<void> {
    this.entries.set(nameOf(key), throughJson(value));
    return Promise.resolve();
  }

  delete(key: string | string[]): Promise<void> {
    this.entries.delete(nameOf(key));
    return Promise.resolve();
  }

  list(prefix: string[]): Promise<unknown> {
    return Promise.resolve(this.keysUnder(prefix));
  }

  count(prefix: string[]): Promise<unknown> {
    return Promise.resolve(this.keysUnder(prefix).length);
  }

  private keysUnder(prefix: string[]): unknown[] {
    return [...this.entries.keys()]
      .map((name): unknown => JSON.parse(name))
      .filter((key) =>
        Array.isArray(key) && prefix.every((part, at) => key[at] === part)
      );
  }
}

/** A key as text; `"a"` and `["a"]` are the same key. */
function nameOf(key: string | string[]): string {
  return JSON.stringify(typeof key === "string" ? [key] : key);
}
