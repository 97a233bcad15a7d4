import { fn, schedule } from "@versori/run";

const words = fn("words", () => ["one", "two", "three"]);

export const serial = schedule("serial", "0 * * * *")
  .then(
    words.unpack().serial((ctx, at) => {
      ctx.log.info("Measuring a word", { at });
      return ctx.data.length;
    }),
  )
  .then((ctx) => ({ total: ctx.data.reduce((sum, size) => sum + size, 0) }));

export const parallel = schedule("parallel", "0 * * * *")
  .then(words.unpack().parallel(fn("upper", (ctx) => ctx.data.toUpperCase())))
  .then((ctx) => ctx.data.join(" "));

export const aside = schedule("aside", "0 * * * *")
  .then(fn("slow", (ctx) => ctx.log.info("Started")).background())
  .then((ctx) => ({ nothing: ctx.data === undefined }));

export const nested = schedule("nested", "0 * * * *").then(
  fn("outer", () => 1)
    .then(fn("inner", (ctx) => ctx.data + 1))
    .catch(() => 0),
);
