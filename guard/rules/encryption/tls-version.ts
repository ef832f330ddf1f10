import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "encryption/tls-version",
  title: "No version of TLS is spoken that is known to be broken",
  why: "A server that still speaks TLS 1.0 is asked to by whoever wants to read along.",
  controls: ["C5:CRY-02", "DORA:9.4.d", "SecNumCloud:9.6.e", "SecNumCloud:10.2"],
  on: "resource",
  level: "on request",
  when: asks("tlsVersion", ["loadBalancer"]),
  options: { accept: "shown", oldest: 1.2 },
  check(_resource, { accept, oldest }, cx) {
    return judgeFact(cx, {
      rule: "encryption/tls-version",
      fact: "tlsVersion",
      what: "the oldest version of TLS",
      good: (value) => value === true || (typeof value === "number" && value >= oldest),
      bad: (value) => (value === false ? "speaks old versions of TLS" : `speaks TLS ${Number(value).toFixed(1)}`),
      want: `TLS ${oldest} or newer`,
      accept,
    });
  },
  examples: {
    passes: { "nothing older than 1.2": balancer(["TLSv1.2", "TLSv1.3"]) },
    fails: { "1.0 as well": balancer(["TLSv1", "TLSv1.2"]) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...balancer(["${var.unknown}"]) } },
  },
});

function balancer(tls_versions: readonly string[]) {
  return sample("ovh_cloud_project_loadbalancer", {
    service_name: "abc",
    region_name: "GRA11",
    flavor_id: "small",
    network: { private: { network: { id: "n", subnet_id: "s" } } },
    listeners: [{ port: 443, protocol: "terminatedHTTPS", tls_versions }],
  });
}
