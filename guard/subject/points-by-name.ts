/**
 * Attributes that point by a name. One that wants an id says nothing by a name: whoever gives a thing the id of another as its name would choose where
 * that is.
 */
export const pointsByName = (path: string): boolean => /(?:^|[_.])(?:bucket|name)(?:\[\d*\])?$/.test(path);
