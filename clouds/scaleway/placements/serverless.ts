import { reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within } from "./shared.ts";

/** Containers, functions, jobs, models and the registry of images. */
export const resources = {
  scaleway_container: within(["region"], "namespace_id", "scaleway_container_namespace", "data.scaleway_container_namespace"),
  scaleway_container_cron: within(["region"], "container_id", "scaleway_container", "data.scaleway_container"),
  scaleway_container_domain: {
    ...within(["region"], "container_id", "scaleway_container", "data.scaleway_container"),
    notPlaces: { hostname: "A name under which the container answers as well." },
  },
  scaleway_container_namespace: region,
  scaleway_container_token: region,
  scaleway_container_trigger: {
    ...within(["region"], "container_id", "scaleway_container", "data.scaleway_container"),
    notPlaces: {
      "destination_config[]": "How the container is called.",
      "nats[].region": "Where the messages come from.",
      "nats[].server_urls": "Where the messages come from.",
      "sqs[].endpoint": "Where the messages come from.",
      "sqs[].queue_url": "Where the messages come from.",
      "sqs[].region": "Where the messages come from.",
    },
  },
  scaleway_function: within(["region"], "namespace_id", "scaleway_function_namespace", "data.scaleway_function_namespace"),
  scaleway_function_cron: within(["region"], "function_id", "scaleway_function", "data.scaleway_function"),
  scaleway_function_domain: {
    ...within(["region"], "function_id", "scaleway_function", "data.scaleway_function"),
    notPlaces: { hostname: "A name under which the function answers as well." },
  },
  scaleway_function_namespace: region,
  scaleway_function_token: region,
  scaleway_function_trigger: {
    ...within(["region"], "function_id", "scaleway_function", "data.scaleway_function"),
    notPlaces: { "nats[].region": "Where the messages come from.", "sqs[].region": "Where the messages come from." },
  },
  scaleway_inference_deployment: {
    ...region,
    notPlaces: { "private_endpoint[]": "A private address of the deployment.", "public_endpoint[]": "A public address of the deployment." },
  },
  scaleway_inference_model: { ...region, notPlaces: { url: "Where the model is fetched from, once." } },
  scaleway_job_definition: { ...region, notPlaces: { image_uri: "Where the image is fetched from." } },
  scaleway_registry_namespace: region,
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_container: region,
  scaleway_container_namespace: region,
  scaleway_function: region,
  scaleway_function_namespace: region,
  scaleway_inference_model: { ...reads("Reads one model.", "region"), notPlaces: { url: "Filters by where the model came from." } },
  scaleway_registry_image: region,
  scaleway_registry_image_tag: region,
  scaleway_registry_namespace: region,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
