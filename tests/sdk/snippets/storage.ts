import { fn, KVNotFoundError } from "@versori/run";

export const storage = fn("storage", async (ctx) => {
  const kv = ctx.openKv(":workspace:");
  await kv.set(["users", "7"], { name: "Ada" });
  const user = await kv.get<{ name: string }>(["users", "7"]);
  const cursor = await kv.get("cursor", { defaultValue: "1970-01-01" });
  await kv.delete("cursor");
  await kv.list(["users"]);
  await kv.count(["users"]);
  try {
    await kv.get("absent", { throwOnNotFound: true });
  } catch (error) {
    if (!(error instanceof KVNotFoundError)) throw error;
  }
  await ctx.destroy(":execution:");
  return { name: user?.name, cursor: cursor?.slice(0, 4) };
});

export const variables = fn("variables", async ({ activation }) => {
  const last = activation.getVariable("last_run") as string | undefined;
  await activation.setVariable("last_run", new Date().toISOString());
  const { user } = activation;
  return {
    last,
    user: [user.id, user.externalId, user.displayName, user.organisationId],
    since: [user.createdAt, user.updatedAt],
  };
});
