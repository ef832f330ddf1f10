import { type Exposure, exposuresOf } from "../../openness/exposure.ts";
import { openStatements } from "../../openness/s3-policy.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, note, nothingToJudge, type Refusal } from "../../rule/rule.ts";
import { sample, unclear } from "../../rule/samples.ts";

const want = "readers by name, or a resource that the policy names as open to everybody";

export default defineRule({
  id: "isolation/public-data",
  title: "No bucket, image or snapshot is open to everybody but those that the policy names",
  why: "Data that anybody may read was not stolen: it was published. Nearly always nobody had meant to.",
  controls: ["NET-1", "NIS2-IR:6.7", "SecNumCloud:13.2"],
  on: "resource",
  when: ({ reading }) => reading?.documents !== undefined || reading?.exposure?.some(({ opens }) => opens === "data") === true,
  /** Addresses of the resources that are meant for everybody: a website, a public image. */
  options: { published: [] as readonly string[] },
  check(resource, { published }, { hearing, subject, reading }) {
    if (reading === undefined) return nothingToJudge;
    const refusals = [
      ...exposuresOf(hearing, subject, reading, "data").map(opened),
      ...(reading.documents ?? []).flatMap((document) => openStatements(subject, document)),
    ];
    if (refusals.length > 0 && published.includes(resource.address)) return note("is open to everybody, as the policy says that it may be");
    return all(refusals);
  },
  examples: {
    passes: { "a private bucket": bucket({ acl: "private" }), "a bucket that says nothing": bucket({}) },
    fails: {
      "a bucket that everybody reads": bucket({ acl: "public-read" }),
      "a policy that allows everybody": sample("scaleway_object_bucket_policy", {
        bucket: "media",
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"media/*"}]}',
      }),
    },
    undecided: {
      "whatever a variable says": unclear("scaleway_object_bucket", { name: "media", region: "fr-par", acl: "${var.unknown}" }),
    },
  },
});

function bucket(more: Readonly<Record<string, string>>) {
  return sample("scaleway_object_bucket", { name: "media", region: "fr-par", ...more });
}

function opened(way: Exposure): Refusal {
  const { path, remedy: fix, chain } = way;
  if (way.is === "unknown")
    return { verdict: "undecided", because: `whether everybody may read it is not known: ${way.cause}`, want, fix, path, chain };
  const because = way.value === null ? "is open to everybody" : `is open to everybody: ${path} is ${way.value}`;
  return {
    because,
    want,
    fix,
    path,
    ...(way.value !== null && { value: way.value }),
    ...(way.edit !== undefined && { edit: way.edit }),
    chain,
  };
}
