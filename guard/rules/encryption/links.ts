import type { FactReading } from "../../../clouds/contract/index.ts";
import { judgeReading } from "../../asking/asked-fact.ts";
import type { RuleContext } from "../../hearing/rule-context.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Note, note, pass, type Refusal, type Ruling } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";

const RULE = "encryption/links";

/** What a link must show, and what is said of it when it does not. */
const ASKED = {
  linkEncrypted: { what: "encryption of the link", bad: "carries what passes over it in clear" },
  linkCipher: { what: "the cipher of the link", bad: "is encrypted by a cipher that can be broken" },
  linkKeyExchange: { what: "how the link's keys are agreed", bad: "agrees its keys by an outdated protocol (RFC 9395)" },
} as const;

const network = { region: "GRA11", name: "shop" };
const needs = { terraform: { required_providers: { openstack: { source: "terraform-provider-openstack/openstack" } } } };

export default defineRule({
  id: RULE,
  title: "A link to another site or operator is encrypted, or a line of its own",
  why: "Between two sites or two operators everything goes over somebody else's network. In clear, or under keys that can be guessed, it is read on the way.",
  controls: ["C5:CRY-02", "DORA:9.4.d", "SecNumCloud:10.2"],
  on: "resource",
  level: "on request",
  options: { accept: "shown" },
  when: ({ reading }) =>
    reading?.facts?.["linkEncrypted"] !== undefined ||
    reading?.facts?.["linkPrivate"] !== undefined ||
    reading?.facts?.["linkKeyExchange"] !== undefined,
  check(_resource, { accept }, cx): Ruling {
    const { facts = {} } = cx.reading ?? {};
    const line = facts["linkPrivate"];
    if (line !== undefined) return note(`is a line of its own, which encrypts nothing itself${claimOf(line)}`);
    const rulings = (Object.keys(ASKED) as (keyof typeof ASKED)[]).flatMap((fact) => asked(cx, fact, facts[fact], accept));
    return all(rulings);
  },
  examples: {
    passes: {
      "a policy of IPsec that encrypts": policy({ transform_protocol: "esp", encryption_algorithm: "aes-256-gcm-16" }),
      "keys agreed by IKEv2": exchange({ ike_version: "v2" }),
      "a connection that its operator makes of IPsec only": sample("outscale_vpn_connection", {
        client_gateway_id: "cgw-1",
        virtual_gateway_id: "vgw-1",
        connection_type: "ipsec.1",
      }),
    },
    fails: {
      "a policy of IPsec that signs and does not encrypt": policy({ transform_protocol: "ah" }),
      "a cipher of the seventies": policy({ encryption_algorithm: "3des" }),
      "keys agreed by IKEv1, which silence means": exchange({}),
    },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...exchange({ ike_version: "${var.unknown}" }) } },
  },
});

function asked(cx: RuleContext, fact: keyof typeof ASKED, how: FactReading | undefined, accept: string): readonly (Refusal | Note)[] {
  if (how === undefined) return [];
  const ruling = judgeReading(cx, how, { rule: RULE, fact, good: (value) => value === true, accept, ...ASKED[fact] });
  return ruling === pass ? [] : Array.isArray(ruling) ? ruling : [ruling as Refusal | Note];
}

const claimOf = (how: FactReading): string => (how.as === "claim" ? `: ${how.claim}` : "");

function policy(more: Readonly<Record<string, string>>) {
  return { ...needs, resource: { openstack_vpnaas_ipsec_policy_v2: { p: { ...network, ...more } } } };
}

function exchange(more: Readonly<Record<string, string>>) {
  return { ...needs, resource: { openstack_vpnaas_ike_policy_v2: { p: { ...network, ...more } } } };
}
