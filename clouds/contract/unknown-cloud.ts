import { operator } from "../../catalogue/operators.ts";

/** What to say of a cloud's name that cannot be used: closed, of a company that is known for something else, or not known at all. */
export function unknownCloud(name: string, known: readonly string[]): string {
  const company = operator(name.toLowerCase());
  const choose = `Choose one of: ${known.join(", ")}.`;
  if (company?.closed !== undefined)
    return `${company.name} is closed since ${company.closed.on}: ${company.closed.because} Nothing can be built there. Where to go instead: ${company.closed.instead.join(", ")}. ${choose}`;
  if (company !== undefined)
    return `"${name}" is ${company.name} (${company.seat.country}, controlled from ${company.control.country}), for which there are no constructs here. ${choose}`;
  return `No cloud is called "${name}". ${choose}`;
}
