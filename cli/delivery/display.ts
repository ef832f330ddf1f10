import type { Told } from "../../delivery/index.ts";
import { marks } from "../io/colour.ts";

/** What a run tells, as somebody watches it: a live picture on a terminal, plain lines elsewhere. On standard error. */
export interface Display {
  tell(told: Told): void;
  end(): void;
}

export async function display(stacks: readonly string[], title: string): Promise<Display> {
  const ci = process.env["CI"];
  const inPipeline = ci !== undefined && ci !== "" && ci !== "false";
  return process.stderr.isTTY === true && !inPipeline ? live(stacks, title) : plain();
}

/** A line when a stack's phase changes, and one when it is over. */
function plain(): Display {
  const last = new Map<string, string>();
  return {
    tell(told) {
      if ("say" in told) return line(told.say);
      if ("over" in told) return line(`${told.stack}: ${told.over}`);
      if (last.get(told.stack) === told.phase) return;
      last.set(told.stack, told.phase);
      line(`${told.stack}: ${told.phase}${told.note === undefined ? "" : `, ${told.note}`}`);
    },
    end() {},
  };
}

const line = (text: string): void => void process.stderr.write(`${text}\n`);

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

interface Shown {
  phase: string;
  note: string;
  since: number;
}

/** Those at work, each with what it is at; those that are over are counted, and told as they end. */
async function live(stacks: readonly string[], title: string): Promise<Display> {
  const { createLogUpdate } = await import("log-update");
  const update = createLogUpdate(process.stderr, { showCursor: false });
  const { error, strong, dim } = marks(process.stderr);
  const running = new Map<string, Shown>();
  let over = 0;
  let bad = 0;
  let frame = 0;
  const width = Math.max(8, ...stacks.map((name) => name.length));
  const draw = (): void => {
    frame += 1;
    const rows = Math.max(3, (process.stderr.rows ?? 24) - 3);
    const lines = [...running].slice(0, rows).map(([name, { phase, note, since }]) => {
      const time = `${Math.round((Date.now() - since) / 1000)} s`;
      return `${FRAMES[frame % FRAMES.length]} ${name.padEnd(width)} ${phase}${note === "" ? "" : dim(` ${note}`)} ${dim(time)}`;
    });
    const more = running.size - lines.length;
    const state = `${over} of ${stacks.length} stacks${bad > 0 ? `, ${error(`${bad} not done`)}` : ""}`;
    update(
      [...lines, ...(more > 0 ? [dim(`  and ${more} more`)] : []), `${strong(title)}  ${bar(over, stacks.length)} ${state}`].join("\n"),
    );
  };
  const timer = setInterval(draw, 100);
  const above = (text: string): void => {
    update.clear();
    process.stderr.write(`${text}\n`);
    draw();
  };
  return {
    tell(told) {
      if ("say" in told) return above(told.say);
      if ("over" in told) {
        running.delete(told.stack);
        over += 1;
        if (!told.good) bad += 1;
        return above(`${told.good ? "✓" : error("✗")} ${told.stack.padEnd(width)} ${told.good ? dim(told.over) : told.over}`);
      }
      const known = running.get(told.stack);
      running.set(told.stack, { phase: told.phase, note: told.note ?? "", since: known?.since ?? Date.now() });
    },
    end() {
      clearInterval(timer);
      update.clear();
      update.done();
    },
  };
}

const WIDTH = 20;

function bar(done: number, all: number): string {
  const full = all === 0 ? WIDTH : Math.round((done / all) * WIDTH);
  return `${"█".repeat(full)}${"░".repeat(WIDTH - full)}`;
}
