import process from 'node:process';

export interface ProgressLine {
  show(text: string): void;
  /** Takes the line away. */
  clear(): void;
}

/** One line on stderr that is written over again and again; nothing where stderr is no terminal. */
export function progressLine(): ProgressLine {
  const write = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
  };
  return { show: write, clear: () => write('') };
}
