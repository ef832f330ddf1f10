/** One `--var` or `--var-file`, as it was written. */
export type ToldOption = { readonly variable: string } | { readonly file: string };

/** Options of two names in the order in which they were written: of two values for one variable, the later counts. */
export class ToldVariables {
  readonly all: ToldOption[] = [];

  /** Each `--backend-config`: a file, or a name and a value. */
  readonly settings: string[] = [];

  readonly variable = (text: string): readonly ToldOption[] => this.#add({ variable: text });
  readonly file = (path: string): readonly ToldOption[] => this.#add({ file: path });

  readonly setting = (text: string): readonly string[] => {
    this.settings.push(text);
    return this.settings;
  };

  #add(option: ToldOption): readonly ToldOption[] {
    this.all.push(option);
    return this.all;
  }
}
