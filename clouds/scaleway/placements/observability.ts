import { chosen, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within } from "./shared.ts";

/** Metrics, logs and traces. A source has a region; an exporter sends what it holds elsewhere. */
export const resources = {
  scaleway_cockpit: chosen(
    "Metrics and logs of the project, kept where Scaleway chooses: take scaleway_cockpit_source, which has a region.",
  ),
  scaleway_cockpit_alert_manager: region,
  scaleway_cockpit_exporter: {
    ...within(["region"], "datasource_id", "scaleway_cockpit_source", "data.scaleway_cockpit_source"),
    sends: [
      {
        path: "datadog_destination[].endpoint",
        kind: "log",
        means: "endpoint",
        absent: { means: "unknown", because: "Without an address the exporter sends to one that Datadog itself answers." },
      },
      { path: "otlp_destination[].endpoint", kind: "log", means: "endpoint" },
    ],
  },
  scaleway_cockpit_grafana_user: nowhere("A user of the project's Grafana, which reads what sources with a region keep."),
  scaleway_cockpit_source: region,
  scaleway_cockpit_token: region,
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_cockpit: nowhere("Reads the addresses of the project's metrics and logs."),
  scaleway_cockpit_config: region,
  scaleway_cockpit_exporter: region,
  scaleway_cockpit_grafana: nowhere("Reads the address of the project's Grafana."),
  scaleway_cockpit_preconfigured_alert: region,
  scaleway_cockpit_products: region,
  scaleway_cockpit_source: { ...region, notPlaces: { origin: "Filters by what the source was made by." } },
  scaleway_cockpit_sources: { ...region, notPlaces: { origin: "Filters by what the sources were made by." } },
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
