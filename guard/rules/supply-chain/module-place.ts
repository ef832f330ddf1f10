import { approvedHost, whoAnswers } from "../../operator/endpoints.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { pass, type Ruling } from "../../rule/rule.ts";
import { moduleSource } from "../../software/module-source.ts";

export default defineRule({
  id: "supply-chain/module-place",
  title: "Modules come from the team's own repositories, or from hosts that the policy approves",
  why: "A module runs with all the rights of the team. A host abroad can change it, or stop to give it.",
  controls: ["CSF:SOV-5", "NIS2:21.2.d"],
  on: ["module"],
  level: "on request",
  check(_module, _options, { hearing, subject }): Ruling {
    const source = moduleSource(subject.type);
    if (source.is === "local") return pass;
    const at = { want: "a module beside the program, or of a host that the policy approves", path: "source", value: subject.type };
    if (source.is === "unclear")
      return { verdict: "undecided", because: "where it comes from cannot be read", fix: "write the source as a literal", ...at };
    const { approvals } = hearing;
    if (approvals.registries.includes(source.host) || approvedHost(hearing, source.host)) return pass;
    const fix = `copy it beside the program, or add ${source.host} to the policy's ${source.is === "registry" ? "registries" : "endpoints"}`;
    const id = whoAnswers(hearing, source.host, undefined)?.operator;
    const operator = id === undefined ? undefined : hearing.knowledge.operator(id, hearing.day);
    if (operator === undefined)
      return { verdict: "undecided", because: `comes from ${source.host}, of which the catalogue does not know who answers`, fix, ...at };
    return { because: `comes from ${source.host}, which is ${operator.name}'s`, fix, ...at };
  },
  examples: {
    passes: { "a module beside the program": { module: { m: { source: "./modules/net" } } } },
    fails: {
      "a module of the public registry": { module: { m: { source: "terraform-aws-modules/vpc/aws", version: "5.1.0" } } },
      "a module of GitHub": { module: { m: { source: "github.com/acme/net?ref=v1" } } },
    },
    undecided: { "a host that nobody knows": { module: { m: { source: "git::https://git.example.eu/net.git?ref=v1" } } } },
  },
});
