import { candidates } from "./decide.ts";
import type { Subject } from "./infrastructure.ts";
import type { Refusal } from "./rule.ts";
import { members } from "./values/sets.ts";

/** Whether OpenTofu encrypts the state and refuses to write it otherwise: `terraform.encryption.state` with `enforced`, as the backend's view gives it. */
export function isSealed(subject: Subject): boolean {
  const enforced = ["encryption.state.enforced", "encryption[].state[].enforced"].flatMap((path) => subject.read(path));
  return enforced.length > 0 && enforced.some(({ value }) => (members(value) ?? []).length === 1 && members(value)?.[0] === true);
}

const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  s3: ["endpoints.s3", "endpoint"],
  http: ["address"],
  consul: ["address"],
  kubernetes: ["host"],
};

/** What is provably in clear: on the way, or where it lies. */
export function inClear(subject: Subject, prefix: string, type: string): readonly Refusal[] {
  const paths = Object.hasOwn(SCHEMES, type) ? (SCHEMES[type] ?? []) : [];
  const found = paths.flatMap((path) =>
    texts(subject, `${prefix}${path}`).flatMap(({ path: at, text }): readonly Refusal[] =>
      /^http:/i.test(text)
        ? [{ because: "state travels in clear", want: "https", fix: `write https in ${at}`, path: at, value: text }]
        : [],
    ),
  );
  const stored = type === "s3" && !isSealed(subject) ? texts(subject, `${prefix}encrypt`).filter(({ text }) => text === "false") : [];
  const unsealed = stored.map(
    ({ path }): Refusal => ({
      because: "state is stored in clear",
      want: "encrypt = true",
      fix: `set ${path} to true`,
      path,
      value: "false",
    }),
  );
  const plain = type === "pg" ? texts(subject, `${prefix}conn_str`).filter(({ text }) => /sslmode=disable/.test(text)) : [];
  const unsafe = plain.map(
    ({ path }): Refusal => ({
      because: "state travels in clear: sslmode=disable",
      want: "sslmode=verify-full",
      fix: `set sslmode=verify-full in ${path}`,
      path,
    }),
  );
  return [...found, ...unsealed, ...unsafe];
}

function texts(subject: Subject, path: string): readonly { readonly path: string; readonly text: string }[] {
  return subject
    .read(path)
    .flatMap((reading) => candidates(reading.value).flatMap((one) => (one.is === "text" ? [{ path: reading.path, text: one.text }] : [])));
}
