import { namesElsewhere } from "../../place/named-hosts.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { nothingToJudge } from "../../rule/rule.ts";
import { isKeyProgram } from "../../subject/state-key-programs.ts";

/** Attributes in which a provisioner says what it does, and where. */
const SAYS = ["command", "interpreter", "inline", "script", "scripts", "source", "destination", "connection.host", "connection[].host"];

const RUNS: Readonly<Record<string, string>> = {
  "local-exec": "runs a command on the machine of the engine",
  "remote-exec": "runs commands on a machine",
  file: "copies files to a machine",
};

const kube = { service_name: "abc", name: "shop", region: "GRA11" };

export default defineRule({
  id: "execution/provisioner",
  title: "No provisioner and no action runs beside the resources",
  why: "A command can make anything anywhere, with the engine's own credentials. No plan shows it, no state remembers it, no drift is seen.",
  controls: ["CSF:SOV-5"],
  on: "provisioner",
  check(_provisioner, _options, { hearing, subject }) {
    if (isKeyProgram(subject)) return nothingToJudge;
    const { type, address } = subject;
    const does = Object.hasOwn(RUNS, type) ? RUNS[type] : address.includes(".provisioner.") ? "runs a provisioner" : "invokes an action";
    const fix = "take it out; let an image, user data or a pipeline do it";
    const elsewhere = namesElsewhere(hearing, subject, SAYS);
    const want = "nothing that runs beside the resources";
    return elsewhere === undefined
      ? { verdict: "undecided", because: `${does} (${type}), and nobody can say what it does`, want, fix }
      : { ...elsewhere, because: `${does} (${type}), and ${elsewhere.because}`, want, fix };
  },
  examples: {
    passes: {
      "commands that a machine's own first start runs": {
        resource: { openstack_compute_instance_v2: { i: { name: "i", region: "GRA11", user_data: "#cloud-config" } } },
      },
    },
    fails: {
      "a command that asks Amazon": {
        resource: { ovh_cloud_project_kube: { k: { ...kube, provisioner: exec("curl https://s3.us-east-1.amazonaws.com") } } },
      },
    },
    undecided: {
      "a command after creation": { resource: { ovh_cloud_project_kube: { k: { ...kube, provisioner: exec("./register.sh") } } } },
    },
  },
});

function exec(command: string) {
  return [{ "local-exec": { command } }];
}
