import type { Statement } from "../../contract/index.ts";

const calls = (names: string): readonly string[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `api:${name}`);

/** Reading that gives a secret away is not reading. */
const SECRETS = calls("ReadAdminPassword ReadSecretAccessKey");

/** Whoever may make identities, or give them rights, may do anything: that stays with the account's own administrator. */
const IDENTITIES = calls(`
  AddUserToUserGroup CreateAccessKey CreateAccount CreateApiAccessRule CreateCa CreatePolicy CreatePolicyVersion CreateUser CreateUserGroup
  DeleteAccessKey DeleteApiAccessRule DeleteCa DeletePolicy DeletePolicyVersion DeleteUser DeleteUserGroup DeleteUserGroupPolicy
  LinkManagedPolicyToUserGroup LinkPolicy PutUserGroupPolicy RemoveUserFromUserGroup SetDefaultPolicyVersion UnlinkManagedPolicyFromUserGroup
  UnlinkPolicy UpdateAccessKey UpdateAccount UpdateApiAccessPolicy UpdateApiAccessRule UpdateCa UpdateUser UpdateUserGroup`);

/** What changes what runs: machines, disks, addresses, rules and balancers. Networks and connections to elsewhere are not among it. */
const OPERATIONS = calls(`
  CreateImage CreateKeypair CreateLoadBalancer CreateLoadBalancerListeners CreateLoadBalancerPolicy CreateLoadBalancerTags CreateNic CreatePublicIp
  CreateSecurityGroup CreateSecurityGroupRule CreateServerCertificate CreateSnapshot CreateTags CreateVms CreateVolume
  DeleteImage DeleteKeypair DeleteLoadBalancer DeleteLoadBalancerListeners DeleteLoadBalancerPolicy DeleteLoadBalancerTags DeleteNic DeletePublicIp
  DeleteSecurityGroup DeleteSecurityGroupRule DeleteServerCertificate DeleteSnapshot DeleteTags DeleteVms DeleteVolume
  LinkLoadBalancerBackendMachines LinkNic LinkPrivateIps LinkPublicIp LinkVolume RebootVms StartVms StopVms
  UnlinkLoadBalancerBackendMachines UnlinkNic UnlinkPrivateIps UnlinkPublicIp UnlinkVolume
  UpdateLoadBalancer UpdateNic UpdateServerCertificate UpdateVm UpdateVolume`);

/**
 * A grant in EIM's own words; a denial outweighs every permission.
 *
 * Source: the list of calls behind docs.outscale.com "EIM Policy Generator"; "Managing Access for Cloud Automation" (`api:Read*`); seen 2026-11-28.
 */
export function policyOf(statements: readonly Statement[]): readonly unknown[] {
  const levels = new Set(statements.map((statement) => (statement.concept === "account" ? statement.access : undefined)));
  const administers = levels.has("administer");
  const allowed = administers ? ["api:*"] : ["api:Read*", ...(levels.has("operate") ? OPERATIONS : [])];
  const denied = administers ? IDENTITIES : SECRETS;
  return [
    { Effect: "Allow", Action: allowed, Resource: ["*"] },
    { Effect: "Deny", Action: denied, Resource: ["*"] },
  ];
}
