import type { Region } from "../../contract/region.ts";
import type { AnswerContext, RehearsalOverlay, SimulatedObject, SimulatedValue } from "../../contract/rehearsal.ts";
import { locations, type OvhLocation } from "../locations.ts";
import { regions } from "../regions.ts";
import { balancers, images, sizes } from "./sold.ts";

type Answer = (config: SimulatedObject, cx: AnswerContext) => SimulatedObject;

const DAY = "2026-01-01T00:00:00Z";
const text = (value: SimulatedValue | undefined, standard: string): string =>
  typeof value === "string" && value !== "" ? value : standard;

/** The same flavour and image have another id in every region, and the same one whoever asks. */
const idIn = (cx: AnswerContext, region: string, name: string): string => cx.known(`${region}/${name}`);

/** A wish as the provider takes it: a regular expression. One that is none matches nothing. */
function fits(name: string, pattern: SimulatedValue | undefined): boolean {
  if (typeof pattern !== "string" || pattern === "") return true;
  try {
    return new RegExp(pattern).test(name);
  } catch {
    return false;
  }
}

const flavours: Answer = ({ region, name_filter: filter }, cx) => {
  const where = text(region, "GRA11");
  return {
    flavors: sizes
      .filter(({ name }) => fits(name, filter))
      .map(({ name, vcpus, ram, disk }) => ({
        id: idIn(cx, where, name),
        name,
        vcpus,
        ram: ram * 1000,
        disk,
        region: where,
        available: true,
        os_type: "linux",
        type: `ovh.vps-ssd.${name}`,
        quota: 100,
        inbound_bandwidth: 500,
        outbound_bandwidth: 500,
        capabilities: [],
        plan_codes: { hourly: `${name}.consumption`, monthly: `${name}.monthly.postpaid` },
      })),
  };
};

const instanceFlavours: Answer = ({ region }, cx) => {
  const where = text(region, "GRA11");
  return {
    flavors: sizes.map(({ name, vcpus, ram, disk }) => ({
      id: idIn(cx, where, name),
      name,
      vcpus,
      ram: ram * 1000,
      disk,
      ephemeral: 0,
      swap: 0,
      is_public: true,
      description: name,
      location: { region: where, availability_zone: null },
    })),
  };
};

const instanceImages: Answer = ({ region }, cx) => {
  const where = text(region, "GRA11");
  return {
    images: images.map((name) => ({
      id: idIn(cx, where, name),
      name,
      created_at: DAY,
      updated_at: DAY,
      min_disk: 0,
      min_ram: 0,
      size: 1,
      status: "ACTIVE",
      visibility: "PUBLIC",
      location: { region: where, availability_zone: null },
    })),
  };
};

const projectImages: Answer = ({ region, os_type: system }, cx) => {
  const where = text(region, "GRA11");
  const kind = text(system, "linux");
  return {
    images: images.map((name) => ({
      id: idIn(cx, where, name),
      name,
      region: where,
      creation_date: DAY,
      flavor_type: "",
      min_disk: 0,
      min_ram: 0,
      plan_code: "",
      size: 1,
      status: "active",
      tags: [],
      type: kind,
      user: "root",
      visibility: "public",
    })),
  };
};

const locationOf = (code: string): OvhLocation | undefined => {
  const region: (Region & { readonly location?: string }) | undefined = (
    regions as Readonly<Record<string, Region & { readonly location?: string }>>
  )[code];
  return (locations as Readonly<Record<string, OvhLocation>>)[region?.location ?? code];
};

const zonesOf = (code: string): readonly string[] => (regions as Readonly<Record<string, Region>>)[code]?.zones ?? [];

const services = ["instance", "network", "storage", "volume", "kubernetes", "database"];

const projectRegion: Answer = ({ name }) => {
  const code = text(name, "GRA11");
  const zones = zonesOf(code);
  return {
    availability_zones: zones,
    continent_code: "EU",
    country_code: locationOf(code)?.country ?? null,
    datacenter_location: code.replace(/\d+$/, ""),
    ip_countries: [],
    services: services.map((service) => ({ name: service, endpoint: "", status: "UP" })),
    status: "UP",
    type: zones.length > 0 ? "region-3-az" : "region",
  };
};

const regionOf = (code: string): SimulatedObject => ({
  name: code,
  availability_zones: zonesOf(code),
  continent: "EU",
  country: locationOf(code)?.country ?? null,
  datacenter_name: code.replace(/\d+$/, ""),
  services,
  status: "UP",
});

export const dataSources: NonNullable<RehearsalOverlay["dataSources"]> = {
  ovh_cloud_project_regions: () => ({ names: Object.keys(regions) }),
  ovh_cloud_project_region: projectRegion,
  ovh_cloud_regions: () => ({ regions: Object.keys(regions).map(regionOf) }),
  ovh_cloud_region: ({ name }) => regionOf(text(name, "GRA11")),
  ovh_cloud_project_flavors: flavours,
  ovh_cloud_instance_flavors: instanceFlavours,
  ovh_cloud_instance_images: instanceImages,
  ovh_cloud_project_images: projectImages,
  ovh_cloud_project_loadbalancer_flavors: ({ region_name: region }, cx) => {
    const where = text(region, "GRA11");
    return { flavors: balancers.map((name) => ({ id: idIn(cx, where, name), name, region: where })) };
  },
  ovh_cloud_project_capabilities_containerregistry_filter: ({ plan_name: plan, region }, cx) => ({
    id: idIn(cx, text(region, "GRA"), text(plan, "SMALL")),
    name: text(plan, "SMALL"),
    code: `registry.${text(plan, "SMALL")[0]?.toLowerCase() ?? "s"}-plan-equivalent.hour.consumption`,
    created_at: DAY,
    updated_at: DAY,
    features: [{ vulnerability: plan !== "SMALL" }],
    registry_limits: [{ image_storage: 214748364800, parallel_request: 15 }],
  }),
  ovh_cloud_project: ({ service_name: project }) => ({
    project_id: project ?? null,
    project_name: text(project, "rehearsal"),
    status: "ok",
    access: "full",
    plan_code: "project.2018",
  }),
  ovh_me: () => ({
    nichandle: "xx0000-ovh",
    ovh_company: "ovh",
    ovh_subsidiary: "FR",
    country: "FR",
    language: "fr_FR",
    currency: [{ code: "EUR", symbol: "€" }],
    state: "complete",
    urn: "urn:v1:eu:identity:account:xx0000-ovh",
  }),
  ovh_location: ({ name }) => {
    const found = Object.values(locations as Readonly<Record<string, OvhLocation>>).find(
      (l) => l.codename === name || l.aliases?.includes(String(name)) === true,
    );
    return {
      code: text(name, ""),
      city_name: found?.city ?? null,
      country_code: found?.country ?? null,
      city_latitude: found?.at[0] ?? null,
      city_longitude: found?.at[1] ?? null,
    };
  },
};
