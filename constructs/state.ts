import { isAbsolute, relative, resolve, sep } from "node:path";
import { App, LocalBackend, S3Backend, type TerraformBackend, TerraformElement, type TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { InputError, politely } from "../catalogue/index.ts";
import type { Place } from "../clouds/contract/index.ts";
import { outdirOf } from "./outdir.ts";

/** Where the engine keeps its state, and who can read it. */
export interface StateProps {
  /**
   * A bucket that exists already, in a place of the policy; its own object lock file keeps two runs apart.
   * @default a file beside the project
   */
  readonly bucket?: {
    readonly name: string;
    readonly at: Place;
    /** The object's name in the bucket. @default the stack's path with `.tfstate` */
    readonly key?: string;
  };
  /**
   * Encrypt state and plan before they leave the machine, with the passphrase in the sensitive variable `state_passphrase` (16 characters at
   * least). OpenTofu can; Terraform cannot, and refuses a stack that asks for it.
   * @default true, unless TERRAFORM_BINARY_NAME names Terraform
   */
  readonly encrypt?: boolean;
}

export function addState(stack: TerraformStack, props: StateProps): TerraformBackend {
  if (props.encrypt ?? !terraformIsChosen()) new StateEncryption(stack, "state-encryption");
  return props.bucket === undefined ? addFile(stack) : addBucket(stack, props.bucket);
}

/** cdktf's own convention for the engine. */
function terraformIsChosen(): boolean {
  const name = process.env["TERRAFORM_BINARY_NAME"];
  return name !== undefined && /(^|[/\\])terraform(\.exe)?$/.test(name);
}

/** The library's default writes an absolute path, so that the output differs from machine to machine. */
function addFile(stack: TerraformStack): TerraformBackend {
  const folder = resolve(outdirOf(App.of(stack)), "stacks", stack.node.id);
  const toProject = relative(folder, process.cwd());
  const base = isAbsolute(toProject) ? "" : `${toProject.split(sep).join("/")}/`;
  return new LocalBackend(stack, { path: `${base}terraform.${stack.node.id}.tfstate` });
}

function addBucket(stack: TerraformStack, { name, at, key }: NonNullable<StateProps["bucket"]>): TerraformBackend {
  const storage = at.cloud.objectStorage?.(at.region);
  if (storage === undefined)
    throw politely(
      new InputError(
        `${stack.node.path}: state cannot be kept in a bucket at ${at.id}: ${at.cloud.name} sells no S3 object storage there. Choose another place, or leave \`state\` out.`,
      ),
    );
  return new S3Backend(stack, {
    bucket: name,
    key: key ?? `${stack.node.path}.tfstate`,
    region: storage.region,
    endpoints: { s3: storage.endpoint },
    encrypt: true,
    useLockfile: true,
    // The store is S3 by protocol only: it answers none of Amazon's account and region questions.
    skipCredentialsValidation: true,
    skipRegionValidation: true,
    skipMetadataApiCheck: true,
    skipRequestingAccountId: true,
    skipS3Checksum: true,
    usePathStyle: true,
  } as ConstructorParameters<typeof S3Backend>[1]);
}

/** OpenTofu's own encryption of state and plan: AES-GCM, the key derived from a passphrase (https://opentofu.org/docs/language/state/encryption/). */
class StateEncryption extends TerraformElement {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const passphrase = new TerraformVariable(this, "passphrase", {
      type: "string",
      sensitive: true,
      description: "Encrypts state and plan files; 16 characters at least. Keep it where a lost laptop cannot lose it.",
    });
    passphrase.overrideLogicalId("state_passphrase");
  }

  override toTerraform() {
    const method = "${method.aes_gcm.terroir}";
    return {
      terraform: {
        encryption: {
          key_provider: { pbkdf2: { terroir: { passphrase: "${var.state_passphrase}" } } },
          method: { aes_gcm: { terroir: { keys: "${key_provider.pbkdf2.terroir}" } } },
          state: { method, enforced: true },
          plan: { method, enforced: true },
          remote_state_data_sources: { default: { method } },
        },
      },
    };
  }
}
