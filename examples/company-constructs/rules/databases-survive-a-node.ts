import { defineRule, pass, undecided } from "terroir/guard";

/** A rule over a provider's own attribute: what no concept has a fact for can be read by its path. */
export const databasesSurviveANode = defineRule({
  id: "acme/databases-survive-a-node",
  title: "Every database has a node to spare",
  why: "One node is one power supply. The ledger closes every evening, whatever happens to a machine.",
  on: "resource",
  check(resource) {
    if (resource.type !== "ovh_cloud_project_database") return pass;
    const plan = resource.attribute("plan");
    const fix = "new Database(scope, id, { nodes: 2 }) or more";
    if (plan === undefined) return undecided({ because: "does not say its plan", fix, path: "plan" });
    if (plan === "essential")
      return { because: "has the plan of a single node", want: "two nodes at least", fix, path: "plan", value: plan };
    return pass;
  },
  examples: {
    passes: { "a plan of several nodes": database({ plan: "production" }) },
    fails: { "a single node": database({ plan: "essential" }) },
    undecided: {
      "no plan": database({}),
      "whatever a variable says": { variable: { plan: {} }, ...database({ plan: "${var.plan}" }) },
    },
  },
});

function database(more: Readonly<Record<string, string>>) {
  return {
    resource: {
      ovh_cloud_project_database: { db: { service_name: "abc", engine: "postgresql", version: "17", flavor: "db2-4", ...more } },
    },
  };
}
