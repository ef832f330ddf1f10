import { fromJSON, type MethodDefinition, type ServiceDefinition } from "@grpc/proto-loader";
import { ATTRIBUTE_MESSAGES, MESSAGES, type MessageTable } from "./messages.ts";

export type ProtocolVersion = 5 | 6;

/** Every call that a provider may be asked, by its name in version 6: the name in version 5 where it differs, the request and the response. */
const CALLS = {
  GetMetadata: ["GetMetadata", "Empty", "MetadataResponse"],
  GetProviderSchema: ["GetSchema", "Empty", "SchemaResponse"],
  ValidateProviderConfig: ["PrepareProviderConfig", "ProviderConfigRequest", "ProviderConfigResponse"],
  ValidateResourceConfig: ["ValidateResourceTypeConfig", "TypedConfigRequest", "Diagnostics"],
  ValidateDataResourceConfig: ["ValidateDataSourceConfig", "TypedConfigRequest", "Diagnostics"],
  ConfigureProvider: ["Configure", "ConfigureRequest", "Diagnostics"],
  UpgradeResourceState: ["UpgradeResourceState", "UpgradeRequest", "UpgradeResponse"],
  ReadResource: ["ReadResource", "ReadRequest", "ReadResponse"],
  PlanResourceChange: ["PlanResourceChange", "PlanRequest", "PlanResponse"],
  ApplyResourceChange: ["ApplyResourceChange", "ApplyRequest", "ApplyResponse"],
  ImportResourceState: ["ImportResourceState", "ImportRequest", "ImportResponse"],
  MoveResourceState: ["MoveResourceState", "MoveRequest", "MoveResponse"],
  ReadDataSource: ["ReadDataSource", "TypedConfigRequest", "DataResponse"],
  ValidateEphemeralResourceConfig: ["ValidateEphemeralResourceConfig", "TypedConfigRequest", "Diagnostics"],
  OpenEphemeralResource: ["OpenEphemeralResource", "TypedConfigRequest", "OpenResponse"],
  RenewEphemeralResource: ["RenewEphemeralResource", "RenewRequest", "OpenResponse"],
  CloseEphemeralResource: ["CloseEphemeralResource", "RenewRequest", "Diagnostics"],
  GetFunctions: ["GetFunctions", "Empty", "FunctionsResponse"],
  CallFunction: ["CallFunction", "CallRequest", "CallResponse"],
  GetResourceIdentitySchemas: ["GetResourceIdentitySchemas", "Empty", "Empty"],
  StopProvider: ["Stop", "Empty", "StopResponse"],
} as const;

export type CallName = keyof typeof CALLS;

type Method = MethodDefinition<object, object>;

/** A call as the transport needs it: its path on the wire, and the codecs of request and response. */
export interface Call {
  readonly name: CallName;
  readonly path: string;
  readonly decode: (bytes: Buffer) => object;
  readonly encode: (message: object) => Buffer;
}

function messages(table: MessageTable) {
  return Object.fromEntries(
    Object.entries(table).map(([name, fields]) => [
      name,
      {
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, [type, id]]) => {
            if (type.startsWith("*")) return [field, { rule: "repeated", type: type.slice(1), id }];
            if (type.startsWith("map:")) return [field, { keyType: "string", type: type.slice(4), id }];
            return [field, { type, id }];
          }),
        ),
      },
    ]),
  );
}

const cache = new Map<ProtocolVersion, readonly Call[]>();

/** The calls of one protocol version with their codecs. Enumerations and 64-bit numbers are plain numbers. */
export function calls(version: ProtocolVersion): readonly Call[] {
  const cached = cache.get(version);
  if (cached !== undefined) return cached;
  const methods = Object.fromEntries(
    Object.entries(CALLS).map(([name, [old, requestType, responseType]]) => [version === 5 ? old : name, { requestType, responseType }]),
  );
  const nested = { ...messages(MESSAGES), ...messages(ATTRIBUTE_MESSAGES[version]), Provider: { methods } };
  const root = { nested: { [`tfplugin${version}`]: { nested } } } as Parameters<typeof fromJSON>[0];
  const definition = fromJSON(root, { keepCase: true, longs: Number, defaults: false });
  const service = definition[`tfplugin${version}.Provider`] as ServiceDefinition;
  const made = Object.entries(CALLS).map(([name, [old]]): Call => {
    const method = service[version === 5 ? old : name] as Method;
    return { name: name as CallName, path: method.path, decode: method.requestDeserialize, encode: method.responseSerialize };
  });
  cache.set(version, made);
  return made;
}
