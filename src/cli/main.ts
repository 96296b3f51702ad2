import { CommanderError } from 'commander';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { createProgram } from './program.ts';
import { Interrupted } from './registration/interrupt.ts';

/** What a shell expects after Ctrl-C. */
const INTERRUPTED = 130;

/** Anything that goes wrong, in one line and without the `error: ` that commander puts before its own. */
function lineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `koubai: ${message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')}\n`;
}

// `koubai … | head` closes the pipe early: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

async function run(): Promise<void> {
  try {
    await createProgram((text) => process.stdout.write(text)).parseAsync(process.argv);
  } catch (error) {
    // commander throws for --help too, with 0.
    if (error instanceof CommanderError && error.exitCode === 0) return;
    process.stderr.write(lineOf(error));
    process.exitCode = error instanceof Interrupted ? INTERRUPTED : 2;
  }
}

// The threads of a crew load this file too, for what it holds.
if (isMainThread) await run();
