import type { IsoDate, Operator, OtherProvider } from "../../catalogue/index.ts";
import type { CloudFacts, HostedFacts } from "../../clouds/contract/index.ts";
import type { Endpoint } from "../../clouds/endpoint-of.ts";

/** What the guard knows of the world. The default is the catalogue and every cloud's facts; tests bring small ones. */
export interface Knowledge {
  /** The cloud of a provider source without host, `ovh/ovh`. */
  readonly cloudOf: (source: string) => CloudFacts | undefined;
  /** The cloud of a folder, `ovh`. */
  readonly cloud: (name: string) => CloudFacts | undefined;
  /** A provider that belongs to no cloud folder: `hashicorp/random`, `hashicorp/google`. */
  readonly otherOf: (source: string) => OtherProvider | undefined;
  /** Software that runs on any cloud, and is where its host is: `hashicorp/kubernetes`. Absent: none is known. */
  readonly hostedOf?: (source: string) => HostedFacts | undefined;
  readonly operator: (id: string, day: IsoDate) => Operator | undefined;
  /** Who answers at a URL or host. */
  readonly endpoint: (urlOrHost: string) => Endpoint | undefined;
}
