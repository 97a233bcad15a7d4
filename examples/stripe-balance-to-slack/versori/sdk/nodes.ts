/** How tasks and workflows are kept, for `testing.ts` to run. */

import type {
  ActivationPredicate,
  ArrayTask,
  ContextFunc,
  DurableWorkflowOptions,
  ExecutionError,
  HttpContext,
  HttpContextFunc,
  Task,
  Trigger,
  WebhookOptions,
  Workflow,
} from "./versori-run.ts";

/** A function to call, with what is known of its task. */
export interface Call {
  readonly kind: "call";
  readonly id?: string;
  readonly connection?: string;
  readonly callback: (ctx: HttpContext<unknown>, idx?: number) => unknown;
}

/** What a task does. */
export type Node =
  | Call
  | { readonly kind: "sequence"; readonly steps: readonly Step[] }
  | { readonly kind: "background"; readonly node: Node }
  | {
    readonly kind: "each";
    readonly source: Node;
    readonly item: Node;
    readonly parallel: boolean;
  };

/** A node that runs after a result, or after an error. */
export interface Step {
  readonly after: "result" | "error";
  readonly node: Node;
}

/** How a workflow starts. */
export type Start =
  | {
    readonly kind: "schedule";
    readonly cron: string;
    readonly activationPredicate: ActivationPredicate | undefined;
  }
  | { readonly kind: "webhook"; readonly options: WebhookOptions }
  | { readonly kind: "durable"; readonly options: DurableWorkflowOptions };

/** The node of a function. The engine gives it data of the type that it declares. */
export function callNode<In, Out, PageParams>(
  callback: ContextFunc<In, Out> | HttpContextFunc<In, Out, PageParams>,
  task: { id?: string; connection?: string } = {},
): Call {
  return { kind: "call", ...task, callback: callback as Call["callback"] };
}

function nodeOf<In, Out>(step: Task<In, Out> | ContextFunc<In, Out>): Node {
  if (step instanceof TaskOfNodes) return step.node;
  if (typeof step === "function") return callNode(step);
  throw new TypeError("a step must be a task or a function");
}

/** A task, as `fn` and `http` make it. */
export class TaskOfNodes<In, Out> implements Task<In, Out> {
  declare readonly types?: (input: In) => Out;

  constructor(readonly node: Node) {}

  private with<Next>(
    after: Step["after"],
    node: Node,
  ): TaskOfNodes<In, Next> {
    const steps: readonly Step[] = [
      { after: "result", node: this.node },
      { after, node },
    ];
    return new TaskOfNodes<In, Next>({ kind: "sequence", steps });
  }

  then<Next>(
    step: Task<Out, Next> | ContextFunc<Out, Next>,
  ): TaskOfNodes<In, Next> {
    return this.with("result", nodeOf(step));
  }

  catch<Next>(
    step: Task<ExecutionError, Next> | ContextFunc<ExecutionError, Next>,
  ): TaskOfNodes<In, Out | Next> {
    return this.with("error", nodeOf(step));
  }

  background(): TaskOfNodes<In, undefined> {
    return new TaskOfNodes({ kind: "background", node: this.node });
  }

  unpack<Item>(this: Task<In, readonly Item[]>): ArrayTask<In, Item> {
    return new ArrayTaskOfNodes<In, Item>(nodeOf(this));
  }
}

class ArrayTaskOfNodes<In, Item> extends TaskOfNodes<In, readonly Item[]>
  implements ArrayTask<In, Item> {
  private each<Next>(
    step: Task<Item, Next> | ContextFunc<Item, Next>,
    parallel: boolean,
  ): Task<In, Next[]> {
    return new TaskOfNodes<In, Next[]>({
      kind: "each",
      source: this.node,
      item: nodeOf(step),
      parallel,
    });
  }

  serial<Next>(
    step: Task<Item, Next> | ContextFunc<Item, Next>,
  ): Task<In, Next[]> {
    return this.each(step, false);
  }

  parallel<Next>(
    step: Task<Item, Next> | ContextFunc<Item, Next>,
  ): Task<In, Next[]> {
    return this.each(step, true);
  }
}

/** A trigger, as `schedule`, `webhook` and `workflow` make it. */
export class TriggerOfStart<Data> implements Trigger<Data> {
  constructor(readonly id: string, readonly start: Start) {}

  then<Out>(
    step: Task<Data, Out> | ContextFunc<Data, Out>,
  ): WorkflowOfSteps<Out> {
    return new WorkflowOfSteps<Out>(this.id, this.start, [
      { after: "result", node: nodeOf(step) },
    ]);
  }
}

/** A workflow, whose steps can be run. */
export class WorkflowOfSteps<Out> implements Workflow<Out> {
  declare readonly types?: () => Out;

  constructor(
    readonly id: string,
    readonly start: Start,
    readonly steps: readonly Step[],
  ) {}

  private with<Next>(
    after: Step["after"],
    node: Node,
  ): WorkflowOfSteps<Next> {
    const steps = [...this.steps, { after, node }];
    return new WorkflowOfSteps<Next>(this.id, this.start, steps);
  }

  then<Next>(
    step: Task<Out, Next> | ContextFunc<Out, Next>,
  ): WorkflowOfSteps<Next> {
    return this.with("result", nodeOf(step));
  }

  catch<Next>(
    step: Task<ExecutionError, Next> | ContextFunc<ExecutionError, Next>,
  ): WorkflowOfSteps<Out | Next> {
    return this.with("error", nodeOf(step));
  }
}
