/** The family of a rule: what stands before the last `/` of its id. */
export const familyOf = (id: string): string => id.slice(0, id.lastIndexOf("/"));
