import { assertFails, assertJson } from "../project/src/runtime/assert.ts";
import { DataError } from "../project/src/runtime/data-error.ts";
import {
  asArray,
  asInteger,
  asNull,
  asString,
} from "../project/src/runtime/decode.ts";
import { accepted, failure, skip } from "../project/src/runtime/run.ts";
import {
  asAnswer,
  asState,
  begin,
  beginCall,
  keep,
  optionalResult,
  optionalTriggerBody,
  optionalVariable,
  result,
  triggerBody,
  triggerTexts,
  variable,
  VariableError,
} from "../project/src/runtime/state.ts";
import { mapValues, present } from "../project/src/runtime/values.ts";
import { problem, same } from "./expect.ts";

const CONTEXT = {
  executionId: "e1",
  startTime: new Date("2024-05-31T09:30:00Z"),
  activation: { user: { externalId: "u1" } },
};
const RUN = { id: "e1", started_at: "2024-05-31T09:30:00.000Z", user: "u1" };

/** The class of the error that `run` throws, and its message. */
function thrown(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  return "nothing";
}

Deno.test("a scheduled run has no trigger", () => {
  const state = begin(CONTEXT);
  same(state, { run: RUN, steps: {} });
  same(optionalTriggerBody(state, asString), undefined);
  same(triggerTexts(state, "headers"), {});
  same(
    problem(() => triggerBody(state, asString)),
    "trigger.body: expected a string, got nothing",
  );
});

Deno.test("a call is kept as text and JSON", () => {
  const request = () => ({
    headers: { "x-event": "7", accept: ["a", "b"], none: undefined },
    query: { page: "2", nested: { a: "1" } },
  });
  const state = beginCall({ ...CONTEXT, request }, 5);
  const headers = { "x-event": "7", accept: "a" };
  const trigger = { body: 5, headers, query: { page: "2" } };
  same(state, { run: RUN, steps: {}, trigger });
  same(triggerTexts(state, "query"), { page: "2" });
  same([triggerBody(state, asInteger), optionalTriggerBody(state, asInteger)], [
    5,
    5,
  ]);
  const bare = beginCall({ ...CONTEXT, request: () => undefined }, null);
  same(bare.trigger, { body: null, headers: {}, query: {} });
});

Deno.test("a queued state is read as it was written", () => {
  const request = () => ({ headers: { a: "1" }, query: {} });
  const called = keep(beginCall({ ...CONTEXT, request }, { id: 1 }), "s", [1]);
  for (const state of [begin(CONTEXT), called]) {
    const { run, trigger, steps } = asState(JSON.parse(JSON.stringify(state)));
    same([run, trigger, steps], [state.run, state.trigger, state.steps]);
  }
  same("trigger" in asState(begin(CONTEXT)), false);
  same(problem(() => asState({ run: RUN })), "steps: is missing");
  same(problem(() => asState({ ...called, run: {} })), "run.id: is missing");
  same(
    problem(() => asState({ ...called, trigger: { headers: { a: 1 } } })),
    "trigger.headers.a: expected a string, got an integer",
  );
});

Deno.test("results are kept and read by step", () => {
  const first = begin(CONTEXT);
  const state = keep(keep(first, "one", 1), "two", "x");
  same([first.steps, state.steps], [{}, { one: 1, two: "x" }]);
  same(result(state, "one", asInteger), 1);
  same(optionalResult(state, "two", asString), "x");
  same(optionalResult(state, "three", asString), undefined);
  same(optionalResult(state, "constructor", asString), undefined);
  same(
    problem(() => result(state, "toString", asString)),
    "steps.toString: expected a string, got nothing",
  );
  same(
    problem(() => result(state, "two", asInteger)),
    "steps.two: expected an integer, got a string",
  );
  const asList = asAnswer(asArray(asInteger));
  const answer = { status: 200, headers: { a: "b" }, body: [1] };
  same(asList(answer), answer);
  same(
    problem(() => asList({ ...answer, body: ["1"] })),
    "body[0]: expected an integer, got a string",
  );
});

Deno.test("a variable that is unset or wrong is for a person", () => {
  const values: Record<string, unknown> = { rate: 5, text: "x", nil: null };
  const source = { getVariable: (name: string) => values[name] };
  same(variable(source, "rate", asInteger), 5);
  same(optionalVariable(source, "text", asString), "x");
  same(optionalVariable(source, "absent", asString), undefined);
  same(optionalVariable(source, "nil", asString), undefined);
  const wrong = thrown(() => variable(source, "text", asInteger));
  same(
    wrong,
    "VariableError: variables.text: expected an integer, got a string",
  );
  const unset = thrown(() => variable(source, "absent", asString));
  same(unset.startsWith("VariableError: "), true);
  same(new VariableError("x") instanceof DataError, false);
});

Deno.test("answers to callers of queued runs", async () => {
  const answers = [accepted({}), accepted(skip("no")), failure()];
  same(answers.map((answer) => answer.status), [202, 200, 500]);
  const texts = await Promise.all(answers.map((answer) => answer.json()));
  same(texts.map((text) => text.outcome), ["accepted", "skipped", "failed"]);
});

Deno.test("nothing, maps and tested values", () => {
  same(asNull(null), null);
  same(problem(() => asNull(0)).startsWith("expected null, got"), true);
  const map = mapValues(JSON.parse('{"__proto__":1,"b":2}'), Number);
  same(Object.entries(map), [["__proto__", 1], ["b", 2]]);
  same(present(0), 0);
  same(thrown(() => present(null)).startsWith("TypeError"), true);
});

Deno.test("assertions tell every difference, and only differences", () => {
  const value = { a: 1, b: [1, { c: null }], none: undefined };
  assertJson(value, { b: [1, { c: null }], a: 1 });
  const different: [unknown, Parameters<typeof assertJson>[1], string][] = [
    [1, 2, "Error: value: got 1, expected 2"],
    [[], {}, "Error: value: got [], expected {}"],
    [null, {}, "Error: value: got null, expected {}"],
    [{}, null, "Error: value: got {}, expected null"],
    ["1", 1, 'Error: value: got "1", expected 1'],
    [{ a: 1 }, {}, "Error: value.a: is not expected"],
    [{}, { a: null }, "Error: value.a: is missing"],
    [
      { a: [1, 2], b: 1 },
      { a: [1, 3], b: 2 },
      "Error: value.a.1: got 2, expected 3\nvalue.b: got 1, expected 2",
    ],
    [[1], [1, 2], "Error: value.1: is missing"],
  ];
  for (const [got, expected, message] of different) {
    same(thrown(() => assertJson(got, expected)), message);
  }
  const refuse = () => {
    throw new DataError("missing", "is missing").within("id");
  };
  assertFails(refuse, "id: is missing");
  assertFails(refuse, "missing");
  same(thrown(() => assertFails(refuse, "wrong")), "DataError: id: is missing");
  same(
    thrown(() => assertFails(() => {}, "x")),
    "Error: expected a failure: x",
  );
  const fault = () => {
    throw new TypeError("is missing");
  };
  same(thrown(() => assertFails(fault, "missing")), "TypeError: is missing");
});
