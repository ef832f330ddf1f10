import type { Provider } from "../../hearing/classify.ts";
import { locate } from "../../place/index.ts";
import { spotRefusal } from "../../place/refusal.ts";
import { zoneSpots } from "../../place/zones.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { leftOut } from "../../rule/left-out.ts";
import { all, notApplicable, nothingToJudge, type Refusal, undecided } from "../../rule/rule.ts";
import type { Subject } from "../../subject/infrastructure.ts";

/** Whatever is in there may be anywhere, and a judgement that is narrowed to places must not pass over it. */
const unseen = (kind: "module" | "file", type: string): Refusal =>
  undecided({
    because: `${kind === "module" ? `calls ${type}, which` : "is code that"} could not be read, so that nothing says where its resources are`,
    want: "code whose places can be known",
    fix:
      kind === "module" ? "check the plan, which shows what the module declares, or bring it into a folder here" : `put it right: ${type}`,
  });

/** What an action of a provider does, and where, no plan says; a command on the machine of the engine has no place. */
const acts = (source: string): Refusal =>
  undecided({
    because: `invokes an action of ${source}, and nothing says where it acts`,
    want: "what can be placed before it is applied",
    fix: "take it out, or waive it by its address",
  });

/** A newer release of the provider may know it, and place something by it. */
const stray = (path: string): Refusal =>
  undecided({
    because: `writes ${path}, which the catalogue's release of its provider does not have, and which may name a place`,
    want: "attributes whose meaning is known",
    fix: `leave out ${path}, or check the plan of the provider's own release`,
    path,
  });

/** What to do about a type of which the catalogue has no fact. */
const toClassify = (provider: Provider): string =>
  provider.is === "cloud"
    ? "check its spelling; a type of a newer release than Terroir has read is waived by its address, or written with older types"
    : "take a resource of a provider that the catalogue has read (terroir catalogue show lists them), or waive this one by its address";

/** What acts in a cluster or a cloud, rather than on the machine of the engine. A data source only reads. */
function reachesOut(provider: Provider, { kind, type }: Subject): boolean {
  if (kind !== "resource" || provider.is === "unknown") return false;
  if (provider.is === "cloud" || provider.hosted !== undefined) return true;
  const { resources } = provider.other;
  return Object.hasOwn(resources, type) && resources[type]?.reach === "anywhere";
}

export default defineRule({
  id: "residency/region",
  title: "Every resource is in an approved place",
  why: "Where data is kept decides which courts can order it handed over. A place that cannot be known is refused like one that is not approved.",
  controls: ["GEO-1", "GEO-2", "GEO-4", "GEO-5", "Gaia-X:P5.1.1", "SecNumCloud:19.2.b", "HDS:EXI-28", "DORA:30.2.b", "GDPR:44"],
  on: ["resource", "data", "module", "file", "provisioner", "remainder"],
  check(_resource, _options, { hearing, subject, placement, provider }) {
    if (subject.shown === true) return nothingToJudge;
    if (subject.kind === "remainder") return leftOut(subject);
    if (subject.kind === "provisioner") return subject.providerSource === undefined ? nothingToJudge : acts(subject.providerSource);
    if (subject.kind === "module" || subject.kind === "file") return unseen(subject.kind, subject.type);
    const strays = (subject.stray ?? []).map(stray);
    if (strays.length > 0) return all(strays);
    const located = locate(hearing, subject);
    switch (located.is) {
      case "nowhere":
        return notApplicable(`has no place of its own: ${located.because}`);
      case "opaque":
        return reachesOut(provider, subject)
          ? undecided({
              because: `may make things anywhere: ${located.because}`,
              want: "what can be placed before it is applied",
              fix: "use a resource whose place can be known, or waive this one by its address",
            })
          : notApplicable(
              `has no place that could be judged; execution/${subject.kind === "data" ? "before-plan" : "opaque"} judges it: ${located.because}`,
            );
      case "unclassified":
        return undecided({
          because: located.because,
          want: "a type whose place the catalogue can find",
          fix: toClassify(provider),
        });
      case "somewhere": {
        if (located.spots.length === 0)
          return undecided({ because: "nothing says where it is", want: "a place that can be known", fix: "name an approved region" });
        const spots = placement?.zones === undefined ? located.spots : [...located.spots, ...zoneSpots(hearing, subject, placement.zones)];
        const refusals: Refusal[] = [];
        for (const spot of spots) {
          const refusal = spotRefusal(hearing, spot);
          if (refusal !== undefined) refusals.push(refusal);
        }
        return all(refusals);
      }
    }
  },
  examples: {
    passes: {
      "a cluster in Gravelines": { resource: { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "GRA11" } } } },
      "either of two approved regions": {
        variable: { site: { default: "GRA11" } },
        resource: {
          ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: '${var.site == "GRA11" ? "GRA9" : "SBG5"}' } },
        },
      },
    },
    fails: {
      "a cluster in Canada": { resource: { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "BHS5" } } } },
      "an eu code that is in Manchester": {
        resource: { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "EU-WEST-LZ-MNC-A" } } },
      },
      "a region that does not exist": {
        resource: { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "GRA99" } } },
      },
    },
    undecided: {
      "a text that a cluster makes anything of": {
        terraform: { required_providers: { kubernetes: { source: "hashicorp/kubernetes" } } },
        resource: { kubernetes_manifest: { m: { manifest: { apiVersion: "v1", kind: "ConfigMap" } } } },
      },
      "a module from elsewhere": { module: { shop: { source: "git::https://example.com/shop.git" } } },
      "a variable without a default": {
        variable: { site: {} },
        resource: { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "${var.site}" } } },
      },
    },
  },
});
