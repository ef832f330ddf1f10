import type { ProfileStatus } from "../report/assessment.ts";
import { type Bound, isBound } from "./bounds.ts";
import type { Control, Profile } from "./profile.ts";

/** How a status is said: what the framework is, and whom it binds. */
export const STATUS: Readonly<Record<ProfileStatus, string>> = {
  law: "law in force",
  certification: "a certification scheme",
  label: "a label",
  framework: "a framework for buyers",
  proposal: "a proposal, not law",
  company: "a company's own",
};

/** A profile's page in Markdown, from the profile alone: what it is, what it narrows, what it asks for, and what shows it. */
export function profilePage(profile: Profile): string {
  const { id, title, version, date, status, note, decidedBy, source, seen, controls } = profile;
  return [
    `# ${id}\n\n${title}, ${version} (${date}): ${STATUS[status]}. Whether it is met is for ${decidedBy}; a report of ours does not say so.`,
    note ?? "",
    `**Places.** ${geography(profile)}`,
    `\`terroir check --profile ${id}\`, or in the policy \`profiles: ["${id}"]\`. It narrows the policy and never widens it.`,
    `| control | what it asks for | shown by |\n| --- | --- | --- |\n${controls.map(row).join("\n")}`,
    `Numbers are the framework's own, words are ours. Source: ${source}, read ${seen}.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function geography({ countries, operators, places }: Profile): string {
  const named = (set: NonNullable<Profile["countries"]>): string =>
    typeof set === "string"
      ? { eu: "the European Union", eea: "the European Economic Area", adequate: "countries that the GDPR treats as adequate" }[set]
      : set.join(", ");
  return [
    countries === undefined ? "Wherever the policy says: it demands no country." : `Resources in ${named(countries)}.`,
    operators?.seat === undefined ? "" : `Operators with their seat in ${named(operators.seat)}.`,
    operators?.control === undefined ? "" : `Nobody elsewhere than in ${named(operators.control)} controls them.`,
    operators?.only === undefined ? "" : `No operators but ${operators.only.join(", ")}.`,
    operators?.never === undefined ? "" : `Never ${operators.never.join(", ")}.`,
    places === undefined ? "" : `No places but ${places.join(", ")}.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

const row = (control: Control): string => `| ${control.id} | ${control.asks} | ${shownBy(control).join("; ")} |`;

/** What shows a control, in words. */
export function shownBy({ rules = {}, claimed, certificate, documents = [], never }: Control): readonly string[] {
  return [
    ...Object.entries(rules).map(([rule, demands]) => {
      const asked = Object.entries(demands).map(([key, bound]) => `${key} ${inWords(bound)}`);
      return `\`${rule}\`${asked.length === 0 ? "" : ` (${asked.join(", ")})`}${claimed ? ", by claims about companies" : ""}`;
    }),
    ...(certificate === undefined ? [] : [`a certificate \`${certificate}\` of the service in its region`]),
    ...documents.map((document) => `document: ${document.charAt(0).toLowerCase()}${document.slice(1)}`),
    ...(never === undefined ? [] : [`not shown by code: ${never}`]),
  ];
}

function inWords(bound: Bound): string {
  if (!isBound(bound)) return String(bound);
  if (bound.is === "among") return bound.values.map((value) => JSON.stringify(value)).join(" or ");
  return `${bound.is === "at-least" ? "at least" : "at most"} ${bound.value}`;
}
