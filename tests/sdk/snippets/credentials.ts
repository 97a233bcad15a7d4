import { fn } from "@versori/run";

export const credentials = fn("credentials", async (ctx) => {
  const provider = ctx.credentials();
  const raw = await provider.getRaw("shop-key");
  const key = new TextDecoder("utf-8").decode(raw);
  const token = await provider.getAccessToken("crm");
  const fresh = await provider.getAccessToken("crm", true);
  await provider.getOAuth1Metadata("legacy", ctx.activation.id);
  if (token.expiry !== undefined && token.expiry < Date.now()) {
    throw new Error("the token has expired");
  }
  const response = await fetch("https://crm.example/me", {
    headers: { authorization: `${fresh.tokenType} ${fresh.accessToken}` },
  });
  return { length: key.length, status: response.status };
});
