import { collect } from "../../../guard/views/synthesized/collect.ts";
import type { Module } from "../../../guard/views/synthesized/module.ts";
import type { Document } from "../../guard/judging.ts";

const TERRAFORM = {
  required_providers: { ovh: { source: "ovh/ovh" }, outscale: { source: "outscale/outscale" } },
};

/** A document of Terraform's, as a stack's folder holds it. */
export const moduleOf = (json: Document): Module => ({
  origin: "cdk.tf.json",
  ...collect([{ file: "cdk.tf.json", json: { terraform: TERRAFORM, provider: { ovh: [{ endpoint: "ovh-eu" }] }, ...json } }], []),
  given: new Map(),
  files: [],
  unseen: [],
});
