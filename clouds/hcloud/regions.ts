import type { Region } from "../contract/region.ts";

const docs = { source: "https://metacpan.org/pod/WWW::Hetzner::Cloud::API::Locations", seen: "2026-11-23" } as const;

/** Object storage is sold in Europe alone. */
const without = ["bucket"] as const;

/** Locations of Hetzner Cloud. A data centre (`fsn1-dc14`) is a part of one, a network zone (`eu-central`) a group of several. */
export const regions = {
  fsn1: { country: "DE", city: "Falkenstein", at: [50.478, 12.371], zones: ["fsn1-dc14"], ...docs },
  nbg1: { country: "DE", city: "Nuremberg", at: [49.452, 11.077], zones: ["nbg1-dc3"], ...docs },
  hel1: { country: "FI", city: "Helsinki", at: [60.17, 24.938], zones: ["hel1-dc2"], ...docs },
  ash: { country: "US", city: "Ashburn", at: [39.044, -77.487], zones: ["ash-dc1"], aliases: ["us-east"], without, ...docs },
  hil: { country: "US", city: "Hillsboro", at: [45.523, -122.99], zones: ["hil-dc1"], aliases: ["us-west"], without, ...docs },
  sin: { country: "SG", city: "Singapore", at: [1.352, 103.82], zones: ["sin-dc1"], aliases: ["ap-southeast"], without, ...docs },
} as const satisfies Readonly<Record<string, Region>>;

/** The network zone that spans several locations; the others are one location each, and stand among its aliases. */
export const groups = { "eu-central": ["fsn1", "nbg1", "hel1"] } as const;
