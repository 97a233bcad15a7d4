import {
  asArray,
  asBoolean,
  asDate,
  asDateTime,
  asDecimal,
  asDecimalText,
  asInteger,
  asIntegerText,
  asJson,
  asMap,
  asOneOf,
  asRecord,
  asString,
  decode,
  type Decoder,
  field,
  nullable,
  optionalField,
} from "../project/src/runtime/decode.ts";
import { problem, same } from "./expect.ts";

interface Line {
  sku: string;
  price: string;
  note: string | null | undefined;
}

const asLine: Decoder<Line> = (value) => {
  const record = asRecord(value);
  return {
    sku: field(record, "sku", asString),
    price: field(record, "price", asDecimalText).toString(),
    note: optionalField(record, "note", nullable(asString)),
  };
};

const asOrder = (value: unknown) => {
  const record = asRecord(value);
  return {
    id: field(record, "id", asInteger),
    status: field(record, "status", asOneOf("open", "paid")),
    lines: field(record, "lines", asArray(asLine)),
  };
};

const ORDER = {
  id: 7,
  status: "paid",
  lines: [{ sku: "A", price: "1.50", note: null }, { sku: "B", price: "2" }],
};

Deno.test("a payload of the declared type is read", () => {
  const order = decode(asOrder, { ...ORDER, more: true }, "trigger.body");
  const lines = [
    { sku: "A", price: "1.5", note: null },
    { sku: "B", price: "2", note: undefined },
  ];
  same(order, { id: 7, status: "paid", lines });
});

Deno.test("a payload of another type is refused with the place", () => {
  const rows: [unknown, string][] = [
    [undefined, "trigger.body: expected an object, got nothing"],
    [null, "trigger.body: expected an object, got null"],
    [[], "trigger.body: expected an object, got an array"],
    ["{}", "trigger.body: expected an object, got a string"],
    [{}, "trigger.body.id: is missing"],
    [
      { ...ORDER, id: "7" },
      "trigger.body.id: expected an integer, got a string",
    ],
    [
      { ...ORDER, id: 7.5 },
      "trigger.body.id: expected an integer, got a number",
    ],
    [{ ...ORDER, id: 2 ** 53 }, "trigger.body.id: expected a safe integer"],
    [{ ...ORDER, id: null }, "trigger.body.id: expected an integer, got null"],
    [
      { ...ORDER, status: "late" },
      'trigger.body.status: expected "open" or "paid", got another string',
    ],
    [
      { ...ORDER, status: true },
      'trigger.body.status: expected "open" or "paid", got a boolean',
    ],
    [
      { ...ORDER, lines: {} },
      "trigger.body.lines: expected an array, got an object",
    ],
    [
      { ...ORDER, lines: [...ORDER.lines, { sku: "C", price: null }] },
      "trigger.body.lines[2].price: expected a decimal string, got null",
    ],
    [
      { ...ORDER, lines: [{ sku: "C", price: 1 }] },
      "trigger.body.lines[0].price: expected a decimal string, got an integer",
    ],
    [
      { ...ORDER, lines: [{ sku: "C", price: "1", note: 1 }] },
      "trigger.body.lines[0].note: expected a string, got an integer",
    ],
  ];
  for (const [value, expected] of rows) {
    same(problem(() => decode(asOrder, value, "trigger.body")), expected);
  }
});

Deno.test("leaves are read from their wire", () => {
  same(asBoolean(false), false);
  same(asIntegerText("-12"), -12);
  same(asDecimal(19.99).toString(), "19.99");
  same(asDecimalText("19.990").toString(), "19.99");
  same(asDate("2024-02-29"), "2024-02-29");
  same(asDateTime("2024-02-29T10:00:00Z"), "2024-02-29T10:00:00Z");
  const wrong: [(value: unknown) => unknown, unknown, string][] = [
    [asBoolean, 0, "expected a boolean, got an integer"],
    [asIntegerText, 12, "expected an integer string, got an integer"],
    [asDecimal, "19.99", "expected a number, got a string"],
    [asDecimal, NaN, "expected a finite number"],
    [asDate, 20240229, "expected a date string, got an integer"],
    [
      asDate,
      "2023-02-29",
      "expected a calendar date such as 2024-05-31",
    ],
    [asDateTime, null, "expected a date-time string, got null"],
    [
      asDateTime,
      "2024-02-29T10:00:00",
      "expected a date-time with an offset such as 2024-05-31T09:30:00Z",
    ],
  ];
  for (const [decoder, value, expected] of wrong) {
    same(problem(() => decoder(value)), expected, value);
  }
});

Deno.test("only own properties count", () => {
  const record = asRecord(JSON.parse('{"a": 1}'));
  same(optionalField(record, "toString", asString), undefined);
  same(
    problem(() => field(record, "constructor", asString)),
    "constructor: is missing",
  );
  const inherited = asRecord(Object.create({ a: 1 }));
  same(problem(() => field(inherited, "a", asInteger)), "a: is missing");
});

Deno.test("maps keep every key, also odd ones", () => {
  const value = JSON.parse('{"__proto__": 1, "b": 2}');
  const map = asMap(asInteger)(value);
  same(Object.entries(map), [["__proto__", 1], ["b", 2]]);
  same(Object.getPrototypeOf(map) === Object.prototype, true);
  same(
    problem(() => asMap(asInteger)({ b: "2" })),
    "b: expected an integer, got a string",
  );
});

Deno.test("any JSON is handed on as it is", () => {
  const text = '{"a":[1,null,"x",{"__proto__":true}],"b":-1.5}';
  same(JSON.stringify(asJson(JSON.parse(text))), text);
  same(asJson({ a: undefined }), {});
  same(problem(() => asJson({ a: [1n] })), "a[0]: expected JSON, got a bigint");
  same(problem(() => asJson(NaN)), "expected JSON, got a number");
  same(problem(() => asJson(undefined)), "expected JSON, got nothing");
});
