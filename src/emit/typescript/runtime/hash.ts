//# json:
/** JSON text in the one form of RFC 8785: keys in order, no blanks. */
export function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => left < right ? -1 : 1)
      .map(([key, member]) => `${JSON.stringify(key)}:${json(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

//# words:
/** The 32-bit numbers of hexadecimal text. */
function words(text: string): Uint32Array {
  return Uint32Array.from(
    text.trim().split(/\s+/),
    (word) => parseInt(word, 16),
  );
}

//# ROUNDS: needs words
/** What SHA-256 adds in each round. */
const ROUNDS = words(`
428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5
d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174
e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da
983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967
27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85
a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3
748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2
`);

//# START: needs words
/** What SHA-256 begins with. */
const START = words(`
6a09e667 bb67ae85 3c6ef372 a54ff53a 510e527f 9b05688c 1f83d9ab 5be0cd19
`);

//# rotated:
/** A word turned right by some bits. */
function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

//# padded:
/** The bytes of a message, filled up to blocks of 64. */
function padded(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const bytes = new Uint8Array(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(length - 8, BigInt(message.length) * 8n);
  return view;
}

//# compress: needs ROUNDS, rotated
/** Takes one block of 16 words into the state. */
function compress(state: Uint32Array, block: readonly number[]): void {
  const schedule = new Uint32Array(64);
  schedule.set(block);
  for (let at = 16; at < 64; at++) {
    const [a = 0, b = 0, c = 0, d = 0] = [15, 2, 16, 7].map((back) =>
      schedule[at - back]
    );
    const low = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3);
    const high = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10);
    schedule[at] = c + low + d + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  schedule.forEach((word, at) => {
    const turned = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = h + turned + choice + (ROUNDS[at] ?? 0) + word;
    const spun = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e] = [g, f, e, (d + first) | 0];
    [d, c, b, a] = [c, b, a, (first + spun + majority) | 0];
  });
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at] = (state[at] ?? 0) + word;
  });
}

//# sha256: needs START, compress, padded
/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal digits. */
export function sha256(text: string): string {
  const view = padded(new TextEncoder().encode(text));
  const state = START.slice();
  for (let block = 0; block < view.byteLength; block += 64) {
    const words = Array.from(
      { length: 16 },
      (_, at) => view.getUint32(block + 4 * at),
    );
    compress(state, words);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join(
    "",
  );
}
