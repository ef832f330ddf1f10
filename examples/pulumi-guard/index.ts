/** A plain Pulumi program, guarded: what is not approved is refused when it is registered, before anything is made. */
import * as ovh from "@ovhcloud/pulumi-ovh";
import { Config } from "@pulumi/pulumi";
import { guard } from "terroir/pulumi";

// Before the first resource: the guard sees what is registered after it.
guard();

const region = new Config().get("region") ?? "GRA11";
const serviceName = "0123456789abcdef0123456789abcdef";

const network = new ovh.cloudproject.NetworkPrivate("network", { serviceName, name: "shop", regions: [region] });
const media = new ovh.cloudproject.Storage("media", {
  serviceName,
  name: "media",
  regionName: region.replace(/\d+$/, ""),
  encryption: { sseAlgorithm: "AES256" },
});

export const networkId = network.id;
export const bucket = media.name;
