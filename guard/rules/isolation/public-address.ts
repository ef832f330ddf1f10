import { exposuresOf } from "../../openness/exposure.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Note, note, nothingToJudge, type Refusal, type RuleSubject } from "../../rule/rule.ts";

export default defineRule({
  id: "isolation/public-address",
  title: "Nothing has a public address but the entrances that the policy names",
  why: "What cannot be reached cannot be attacked. An entrance is a decision, so it is made once, in the policy, and not in passing.",
  controls: ["NET-1", "NIS2-IR:6.7", "SecNumCloud:13.2"],
  on: "resource",
  when: ({ reading }) => reading?.exposure?.some(({ opens }) => opens !== "data") === true,
  /** Addresses or construct paths of the resources through which the public enters. */
  options: { entrances: [] as readonly string[] },
  check(resource, { entrances }, { hearing, subject, reading }) {
    if (reading?.exposure === undefined) return nothingToJudge;
    const exposures = exposuresOf(hearing, subject, reading, "address");
    if (exposures.length > 0 && isEntrance(resource, entrances)) return note("has a public address, as an entrance that the policy names");
    return all(
      exposures.map((way): Refusal | Note => {
        const { path, remedy: fix, chain } = way;
        if (way.is === "unknown")
          return { verdict: "undecided", because: `whether it has a public address is not known: ${way.cause}`, fix, path, chain };
        const because =
          path === ""
            ? "has a public address by its nature"
            : way.silence === true
              ? `has a public address: ${path} is not set`
              : way.value === null
                ? `has a public address: see ${path}`
                : `has a public address: ${path} is ${way.value}`;
        return {
          because,
          want: "a private address, or an entrance that the policy names",
          fix,
          path,
          ...(way.value !== null && { value: way.value }),
          ...(way.edit !== undefined && { edit: way.edit }),
          chain,
        };
      }),
    );
  },
  examples: {
    passes: { "a machine in a private network": machine({ private: [{ network: [{ id: "n", subnet_id: "s" }] }] }) },
    fails: { "a machine on the public network": machine({ public: true }) },
    undecided: { "a machine on whichever network a variable says": { variable: { open: {} }, ...machine({ public: "${var.open}" }) } },
  },
});

function machine(
  network: Readonly<
    Record<string, boolean | string | readonly { readonly network: readonly { readonly id: string; readonly subnet_id: string }[] }[]>
  >,
) {
  return {
    resource: {
      ovh_cloud_project_instance: { m: { service_name: "abc", region: "GRA11", name: "m", billing_period: "hourly", network: [network] } },
    },
  };
}

/** An entrance is named by its address, or by the path of the construct that made it, or of one that holds that. */
function isEntrance({ address, constructPath }: RuleSubject, entrances: readonly string[]): boolean {
  return entrances.some(
    (entrance) => entrance === address || constructPath === entrance || constructPath?.startsWith(`${entrance}/`) === true,
  );
}
