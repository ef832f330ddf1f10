/** Long work as it goes: one changing line on a terminal, one plain line a step elsewhere, nothing in CI. Always on standard error. */
export interface Progress {
  step(text: string): void;
  /** Safe to call twice. */
  end(): void;
}

export async function progress(): Promise<Progress> {
  if (process.env["CI"] !== undefined && process.env["CI"] !== "false") return { step() {}, end() {} };
  return process.stderr.isTTY ? onTerminal() : plain;
}

async function onTerminal(): Promise<Progress> {
  const { spinner } = await import("@clack/prompts");
  const shown = spinner({ output: process.stderr });
  let running = "";
  return {
    step(text) {
      if (running === "") shown.start(text);
      else shown.message(text);
      running = text;
    },
    end() {
      if (running !== "") shown.stop(running);
      running = "";
    },
  };
}

const plain: Progress = {
  step: (text) => void process.stderr.write(`${text}\n`),
  end() {},
};
