/** Long work as it goes: a spinner on a terminal, one plain line a step elsewhere, nothing but the steps in CI. */
export interface Progress {
  step(text: string): void;
  /** A line of detail: replaced on a terminal, left out elsewhere. */
  detail(text: string): void;
  end(text?: string): void;
}

export async function progress(): Promise<Progress> {
  return process.stderr.isTTY && process.env["CI"] === undefined ? onTerminal() : plain();
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
    detail: (text) => shown.message(`${running} (${text})`),
    end(text) {
      if (running !== "") shown.stop(text ?? running);
      running = "";
    },
  };
}

function plain(): Progress {
  return {
    step: (text) => void process.stderr.write(`${text}\n`),
    detail() {},
    end(text) {
      if (text !== undefined) process.stderr.write(`${text}\n`);
    },
  };
}
