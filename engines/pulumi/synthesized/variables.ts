import * as pulumi from "@pulumi/pulumi";
import { boolean } from "../../../guard/values/convert.ts";
import type { Json } from "../../../guard/values/json.ts";
import { termOf } from "../../../guard/values/json-term.ts";
import type { Env } from "../../../guard/values/scope.ts";
import { settle } from "../../../guard/values/settle.ts";
import { knownTerm, objectOf, type Term, unknownTerm } from "../../../guard/values/term.ts";
import { converted } from "../../../guard/values/types.ts";
import { blocks } from "../../../guard/views/synthesized/blocks.ts";
import type { Module } from "../../../guard/views/synthesized/module.ts";
import { isOutput, type Out, outputOf, secretOf } from "./later.ts";
import { Unregistrable } from "./unregistrable.ts";

/** Values of Terraform's variables: what the program gives, else the stack's configuration, else what files and defaults say. */
export class Variables {
  readonly #module: Module;
  readonly #given: Readonly<Record<string, unknown>>;
  readonly #config = new pulumi.Config();
  readonly #terms = new Map<string, Term>();

  constructor(module: Module, given: Readonly<Record<string, unknown>>) {
    const strangers = Object.keys(given).filter((name) => !module.variables.has(name));
    if (strangers.length > 0)
      throw new Unregistrable(strangers.map((name) => `var.${name} is given, and the stack declares no such variable`));
    this.#module = module;
    this.#given = given;
  }

  /** Whether its value comes as an output: because it is a secret, or because the program gives one. */
  isSecret(name: string): boolean {
    return this.#isSensitive(name) || isSecretKey(name) || isOutput(this.#given[name]);
  }

  /** A value that is no secret. */
  term(name: string): Term | undefined {
    if (!this.#module.variables.has(name)) return undefined;
    let term = this.#terms.get(name);
    if (term === undefined) {
      term = this.isSecret(name)
        ? unknownTerm(`var.${name} is a secret, or known to the engine only`)
        : this.#checked(name, this.#plain(name));
      this.#terms.set(name, term);
    }
    return term;
  }

  /** A value that is a secret, as an output. */
  output(name: string): Out {
    const given = this.#given[name];
    const value = isOutput(given) ? given : outputOf(this.#plain(name));
    const checked = value.apply((one) => {
      const settled = settle(this.#checked(name, one as Json));
      return settled.kind === "known" ? settled.value : null;
    });
    return this.#isSensitive(name) || isSecretKey(name) ? secretOf(checked) : checked;
  }

  #isSensitive(name: string): boolean {
    return boolean(this.#module.variables.get(name)?.body.sensitive ?? false) === true;
  }

  #plain(name: string): Json {
    const body = this.#module.variables.get(name)?.body ?? {};
    const given = this.#given[name];
    if (given !== undefined) return given as Json;
    const configured = this.#config.get(name);
    if (configured !== undefined) return parsed(configured, body.type);
    const file = this.#module.given.get(name);
    if (file !== undefined) return file.value;
    if (Object.hasOwn(body, "default")) return body.default ?? null;
    throw new Unregistrable([
      `var.${name} has no value: \`pulumi config set ${this.#isSensitive(name) ? "--secret " : ""}${name} …\`, or give it where the stack is registered`,
    ]);
  }

  #checked(name: string, value: Json): Term {
    const block = this.#module.variables.get(name);
    const type = block?.body.type;
    const term = typeof type === "string" ? converted(value, type) : knownTerm(value);
    if (term.kind === "unknown") throw new Unregistrable([`var.${name}: ${term.cause}`]);
    const env: Env = { scope: { root: (root) => (root === "var" ? objectOf(new Map([[name, () => term]])) : undefined) } };
    for (const { body } of blocks(block?.body.validation, 0, `variable.${name}.validation`, block?.file ?? "")) {
      const holds = settle(termOf(body.condition ?? true, env));
      if (holds.kind === "known" && boolean(holds.value) === false)
        throw new Unregistrable([
          `var.${name} is refused by its own validation: ${typeof body.error_message === "string" ? body.error_message : ""}`,
        ]);
    }
    return term;
  }
}

/** A text is itself; everything else stands in the configuration as JSON. */
function parsed(text: string, type: Json | undefined): Json {
  if (type === undefined || type === "string" || type === "${string}") return text;
  try {
    const json = JSON.parse(text) as Json;
    return typeof json === "object" ? json : text;
  } catch {
    return text;
  }
}

/** What the SDK's types leave out. */
const { isConfigSecret } = pulumi.runtime as unknown as { readonly isConfigSecret: (key: string) => boolean };

/** Whether the stack's configuration keeps it encrypted. */
const isSecretKey = (name: string): boolean => isConfigSecret(`${pulumi.getProject()}:${name}`);
