import { createRequire } from "node:module";
import type * as providers from "@pulumi/pulumi/proto/provider_pb.js";
import type { Json } from "../../catalogue/json.ts";

/** One call of Pulumi's provider protocol: its path, and the codecs that the SDK brings. */
export interface PulumiCall {
  readonly path: string;
  readonly requestDeserialize: (bytes: Buffer) => object;
  readonly responseSerialize: (message: object) => Buffer;
}

/** A message with properties: `Struct` in the protocol. */
export interface Struct {
  toJavaScript(): { readonly [key: string]: Json };
}

export interface Wire {
  readonly calls: Readonly<Record<string, PulumiCall>>;
  readonly messages: typeof providers;
  pluginInfo(version: string): object;
  struct(object: object): never;
  empty(): object;
  /** What a bridge is told of the provider that it shall be. */
  parameters(request: object): { readonly value: Uint8Array };
  parameterized(name: string, version: string): object;
}

interface StructModule {
  readonly Struct: { fromJavaScript(object: object): never };
}
interface PluginModule {
  readonly PluginInfo: new () => { setVersion(version: string): void };
}

let wire: Wire | undefined;

/** The protocol's messages, from the SDK that is installed: loaded when a rehearsal of Pulumi begins, and never before. */
export function pulumiWire(): Wire {
  if (wire !== undefined) return wire;
  const load = createRequire(import.meta.url);
  // What the SDK brings along is found from where the SDK is.
  const beside = createRequire(load.resolve("@pulumi/pulumi"));
  const messages = load("@pulumi/pulumi/proto/provider_pb.js") as typeof providers;
  const { ResourceProviderService } = load("@pulumi/pulumi/proto/provider_grpc_pb.js") as { ResourceProviderService: Wire["calls"] };
  const { PluginInfo } = load("@pulumi/pulumi/proto/plugin_pb.js") as PluginModule;
  const { Struct } = beside("google-protobuf/google/protobuf/struct_pb.js") as StructModule;
  const { Empty } = beside("google-protobuf/google/protobuf/empty_pb.js") as { Empty: new () => object };
  wire = {
    calls: ResourceProviderService,
    messages,
    pluginInfo(version) {
      const info = new PluginInfo();
      info.setVersion(version);
      return info;
    },
    struct: (object) => Struct.fromJavaScript(object),
    empty: () => new Empty(),
    parameters: (request) => ({ value: (request as providers.ParameterizeRequest).getValue()?.getValue_asU8() ?? new Uint8Array() }),
    parameterized(name, version) {
      const response = new messages.ParameterizeResponse();
      response.setName(name);
      response.setVersion(version);
      return response;
    },
  };
  return wire;
}
