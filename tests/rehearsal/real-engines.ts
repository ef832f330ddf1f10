import { type Engine, findEngine } from "../../engines/index.ts";
import { cachedTofu, which } from "../../engines/locate.ts";

const env = process.env;

async function engineAt(path: string | null): Promise<Engine | null> {
  return path === null ? null : (await findEngine({ env: { ...env, TERRAFORM_BINARY_NAME: path } })).engine;
}

const found = {
  opentofu: (await engineAt(which("tofu", env))) ?? (await engineAt(which(cachedTofu(env), env))),
  terraform: await engineAt(which("terraform", env)),
};

for (const [kind, engine] of Object.entries(found)) {
  if (engine !== null) continue;
  const message = `${kind} is missing: tests that need it are not run. Run \`terroir engine\` to see what is found.`;
  // On a person's machine a missing engine is said; in CI it is a failure, or nobody would see that half of the tests never ran.
  if (env.CI !== undefined && env.CI !== "") throw new Error(message);
  process.stderr.write(`\n!! ${message}\n`);
}

/** The real engines that are here, by kind. */
export const engines: readonly (readonly [kind: string, engine: Engine])[] = Object.entries(found).flatMap(([kind, engine]) =>
  engine === null ? [] : [[kind, engine] as const],
);

/** One engine, for what does not depend on which. */
export const anyEngine: Engine | undefined = engines[0]?.[1];
