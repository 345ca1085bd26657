import { formatCount } from "../print/format.js";

export interface Progress {
  report(rows: number): void;
  end(): void;
}

const STEP = 100_000;

/** Where progress is told: stderr, or what stands in for it. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says how far a long file has been read: on one line in a terminal, which goes away, else line by line. */
export function openProgress(screen: Screen): Progress {
  const clear = screen.isTTY ? "\r\x1b[K" : "";
  const newline = screen.isTTY ? "" : "\n";
  return {
    report: (rows) => {
      if (rows % STEP === 0) screen.write(`${clear}${formatCount(rows)} rows read${newline}`);
    },
    end: () => {
      if (screen.isTTY) screen.write(clear);
    },
  };
}
