import { departures, sends } from "../../place/departures.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "residency/copy",
  title: "Snapshots, images and objects are copied to and from approved places only",
  why: "A snapshot that is fetched from elsewhere has been elsewhere, and one that is sent there stays there.",
  controls: ["GEO-1", "SecNumCloud:12.5.d", "SecNumCloud:19.2.d", "Gaia-X:P5.1.2", "HDS:EXI-28"],
  on: ["resource", "data"],
  when: sends("copy"),
  check(_resource, _options, cx) {
    return departures(cx, "copy");
  },
  examples: {
    passes: { "messages to a bucket in Paris": subscription("https://inbox.s3.fr-par.scw.cloud") },
    fails: { "messages to Amazon's queues": subscription("https://sqs.us-east-1.amazonaws.com/1/inbox") },
    undecided: {
      "messages to wherever a variable says": { variable: { unknown: {} }, ...subscription("${var.unknown}") },
      "messages to a host that nobody knows": subscription("https://example.com/inbox"),
    },
  },
});

function subscription(endpoint: string) {
  return sample("scaleway_mnq_sns_topic_subscription", { region: "fr-par", protocol: "https", topic_id: "t", endpoint });
}
