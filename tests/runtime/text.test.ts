import {
  digits,
  literally,
  oneOf,
  qboText,
  soqlText,
  truncate,
} from "../project/src/runtime/text.ts";
import { sha256 } from "../project/src/runtime/hash.ts";
import { decimal } from "../project/src/runtime/decimal.ts";
import { outcome, same } from "./expect.ts";

Deno.test("text is cut between characters", () => {
  same(truncate("abc", 5), "abc");
  same(truncate("abc", 2), "ab");
  same(truncate("a😀b", 2), "a😀");
  same(truncate("😀😀", 2), "😀😀");
  same(truncate("😀😀😀", 2), "😀😀");
});

Deno.test("digits are those of ASCII", () => {
  same(digits("+1 (555) 010-99"), "155501099");
  same(digits("٣ five"), "");
});

Deno.test("a new text is taken literally", () => {
  for (const text of ["$&", "$1$$", "`$'$`", "plain"]) {
    same("a-b".replaceAll("-", literally(text)), `a${text}b`, text);
  }
});

Deno.test("one of some words", () => {
  same(oneOf("b", ["a", "b"]), "b");
  for (const text of ["B", "", "b "]) {
    same(outcome(() => oneOf(text, ["a", "b"])), "not-one-of", text);
  }
});

Deno.test("values are quoted for queries", () => {
  same(qboText("O'Neil \\ Söhne"), "'O\\'Neil \\\\ Söhne'");
  same([qboText(5), qboText(decimal("1.50"))], ["'5'", "'1.5'"]);
  same(soqlText("a'b\nc"), "'a\\'b\\nc'");
});

Deno.test("SHA-256 is that of others", async () => {
  const lengths = [0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000];
  for (const text of [...lengths.map((count) => "aé".repeat(count)), "😀"]) {
    const bytes = new TextEncoder().encode(text);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const expected = Array.from(
      hash,
      (byte) => byte.toString(16).padStart(2, "0"),
    ).join("");
    same(sha256(text), expected, text.length);
  }
});
