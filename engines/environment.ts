import type { Environment } from "./locate.ts";

/** What an engine may see in a rehearsal: enough to run and to fetch modules, no credential, nothing that changes what it does. */
const KEPT =
  /^(PATH|Path|HOME|USERPROFILE|USER|LOGNAME|SHELL|TMPDIR|TEMP|TMP|LANG|LANGUAGE|LC_.*|TZ|SYSTEMROOT|SystemRoot|SSL_CERT_.*|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy|SSH_AUTH_SOCK|GIT_SSH_COMMAND|XDG_.*|GODEBUG)$/;

/** Variables without which a run asks, calls home, or prints for a terminal. */
const ALWAYS = { TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1" };

/** The environment of a real run: the user's, made quiet. */
export const quiet = (env: Environment): Environment => ({ ...env, ...ALWAYS });

/** The environment of a rehearsed run. */
export function isolated(env: Environment, extra: Environment): Environment {
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => KEPT.test(name))), ...ALWAYS, ...extra };
}
