/** What the interpreters have in common: workflows, each under an id of its own. */

import type { Workflow } from "./versori-run.ts";

/** Takes workflows. It runs none: that is the platform's part, or `testing.ts`'s. */
export class Registry {
  private readonly ids = new Set<string>();

  register(workflow: Workflow<unknown>): void {
    if (this.ids.has(workflow.id)) {
      throw new Error(`two workflows are called "${workflow.id}"`);
    }
    this.ids.add(workflow.id);
  }

  start(): Promise<void> {
    return Promise.resolve();
  }
}
