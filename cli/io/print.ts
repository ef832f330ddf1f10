/** Results go to standard output; everything said on the way goes to standard error, so that a pipe carries results only. */
export function print(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));
