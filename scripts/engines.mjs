// Finds every engine that the tests run, or builds it from its Go module into the cache: node --import tsx scripts/engines.mjs
import { build } from "../engines/build.ts";
import { cachedTofu, which } from "../engines/locate.ts";
import { findPulumi } from "../engines/pulumi/find.ts";
import { act, temporal } from "../tests/tools.ts";

const { env } = process;
const say = (line) => process.stderr.write(`${line}\n`);
const print = (line) => process.stdout.write(`${line}\n`);

const tofu = which("tofu", env) ?? which(cachedTofu(env), env) ?? (await build({ env, say })).path;
print(`OpenTofu: ${tofu}`);
const terraform = which("terraform", env);
print(`Terraform: ${terraform ?? "missing. It has no module to build: put it on the PATH"}`);
const pulumi = await findPulumi({ say });
print(`Pulumi ${pulumi.version}: ${pulumi.path}`);
print(`Temporal: ${temporal()}`);
print(`act: ${act()}`);
const { versitygw } = await import("../tests/delivery/state/versitygw.ts");
print(`versitygw: ${versitygw ?? "missing"}`);
