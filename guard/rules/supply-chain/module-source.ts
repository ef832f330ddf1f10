import { defineRule } from "../../rule/define-rule.ts";
import { pass, type Ruling } from "../../rule/rule.ts";
import { moduleSource } from "../../software/module-source.ts";
import { candidates } from "../../subject/decide.ts";

const EXACT = /^\s*=?\s*v?\d+\.\d+\.\d+(?:-[\w.]+)?\s*$/;

export default defineRule({
  id: "supply-chain/module-source",
  title: "A module is called at one version",
  why: "A module that may be newer tomorrow is code that nobody here has read, run with all the rights of the team.",
  controls: ["CSF:SOV-5", "NIS2:21.2.d"],
  on: ["module"],
  level: "on request",
  check(module, _options, { subject }): Ruling {
    const source = moduleSource(subject.type);
    const at = { want: "one version: a tag or commit in the source, or an exact version", path: "source", value: subject.type };
    switch (source.is) {
      case "local":
        return pass;
      case "unclear":
        return {
          verdict: "undecided",
          because: `where it comes from cannot be read: ${module.type}`,
          fix: "write the source as a literal",
          ...at,
        };
      case "remote":
        return source.ref === undefined || /^(?:main|master|HEAD|develop)$/.test(source.ref)
          ? { because: "is whatever its repository holds at the time", fix: "add ?ref= with a tag or commit to the source", ...at }
          : pass;
      case "registry":
        return version(subject, at);
    }
  },
  examples: {
    passes: {
      "a commit": { module: { m: { source: "git::https://git.example.eu/net.git?ref=3f2a9c1" } } },
      "an exact version": { module: { m: { source: "acme/net/ovh", version: "1.2.3" } } },
    },
    fails: {
      "a repository without a ref": { module: { m: { source: "git::https://git.example.eu/net.git" } } },
      "a branch": { module: { m: { source: "git::https://git.example.eu/net.git?ref=main" } } },
      "any version": { module: { m: { source: "acme/net/ovh" } } },
      "a range of versions": { module: { m: { source: "acme/net/ovh", version: "~> 1.2" } } },
    },
    undecided: { "a source that nobody knows": { module: { m: { source: "${var.source}" } } } },
  },
});

function version(subject: Parameters<typeof readVersion>[0], at: { readonly want: string; readonly value: string }): Ruling {
  const written = readVersion(subject);
  if (written === undefined)
    return { because: "is whichever version is newest", fix: "write version with one exact version", ...at, path: "version" };
  return EXACT.test(written)
    ? pass
    : {
        because: `is whichever version fits ${written}`,
        fix: "write version with one exact version",
        ...at,
        path: "version",
        value: written,
      };
}

function readVersion(subject: { read(path: string): readonly { readonly value: Parameters<typeof candidates>[0] }[] }): string | undefined {
  const [one] = subject.read("version").flatMap(({ value }) => candidates(value));
  return one?.is === "text" ? one.text : undefined;
}
