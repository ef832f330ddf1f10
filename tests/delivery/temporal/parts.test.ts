import { ApplicationFailure } from "@temporalio/common";
import { describe, expect, it } from "vitest";
import { given } from "../../../delivery/temporal/answer.ts";
import { orderOf } from "../../../delivery/temporal/client.ts";
import { limited, oneByName } from "../../../delivery/temporal/limit.ts";
import { queueOf } from "../../../delivery/temporal/queues.ts";
import { synthesized } from "../graph/folders.ts";
import { twelve } from "../pipelines/graphs.ts";

it.each([
  [["ovh/ovh"], "terroir-ovh"],
  [["outscale/outscale", "hashicorp/aws"], "terroir-outscale"],
  [["scaleway/scaleway", "ovh/ovh"], "terroir-ovh+scaleway"],
  [["terraform-provider-openstack/openstack", "hashicorp/random"], "terroir-openstack"],
  [["hashicorp/random", "aminueza/minio"], "terroir-any"],
  [[], "terroir-any"],
])("a stack of %j goes to the queue %s", (providers, queue) => expect(queueOf({ providers })).toBe(queue));

describe("another attempt", () => {
  const answer = (stage: "failed" | "interrupted" | "refused" | "applied") => ({ stage, note: "n", worker: "w" });
  it.each([
    ["is made when the engine failed", "failed", { attempt: 1, stopping: false, known: true }, true],
    ["is not made a fourth time", "failed", { attempt: 3, stopping: false, known: true }, false],
    ["is not made while nobody knows what is there", "failed", { attempt: 1, stopping: false, known: false }, false],
    ["is made of what a worker that ends left half done", "interrupted", { attempt: 7, stopping: true, known: true }, true],
    ["is not made of what somebody cancelled", "interrupted", { attempt: 1, stopping: false, known: true }, false],
    ["is not made of what the guard refused", "refused", { attempt: 1, stopping: true, known: true }, false],
    ["is not made of what is done", "applied", { attempt: 1, stopping: true, known: true }, false],
  ] as const)("%s", (_, stage, attempted, again) => {
    const attempt = () => given(answer(stage), attempted);
    if (again) expect(attempt).toThrow(ApplicationFailure);
    else expect(attempt()).toEqual(answer(stage));
  });
});

it("an order holds names, digests and queues, and waits only for stacks that are in it", () => {
  const folder = synthesized(twelve());
  const { stacks, ...how } = orderOf({ id: "x", folder, only: ["shop", "cluster", "net.core"], queueOf: ({ name }) => `q-${name}` });
  expect(how).toEqual({ approval: false, keepGoing: false, minutes: 120, heartbeatSeconds: 20 });
  expect(stacks).toEqual([
    { name: "net.core", digest: expect.stringMatching(/^sha256:/), dependsOn: [], queue: "q-net.core" },
    { name: "cluster", digest: expect.anything(), dependsOn: ["net.core"], queue: "q-cluster" },
    { name: "shop", digest: expect.anything(), dependsOn: ["cluster"], queue: "q-shop" },
  ]);
});

it("takes turns: no more at once than may, none of a name beside another, and none is lost when one fails", async () => {
  const turn = limited(2);
  const alone = oneByName();
  let now = 0;
  let most = 0;
  const running = new Set<string>();
  const ended = await Promise.allSettled(
    Array.from({ length: 12 }, (_, i) => {
      const name = `s${i % 5}`;
      return alone(name, () =>
        turn(async () => {
          expect(running.has(name)).toBe(false);
          running.add(name);
          now += 1;
          most = Math.max(most, now);
          await new Promise((done) => setTimeout(done, 5));
          now -= 1;
          running.delete(name);
          if (i === 3) throw new Error("failed");
        }),
      );
    }),
  );
  expect(most).toBe(2);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(11);
});
