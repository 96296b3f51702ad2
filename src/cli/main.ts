import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { run } from './run.ts';

// `koubai … | head` closes the pipe early: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The threads of a crew load this file too, for what it holds.
if (isMainThread) {
  process.exitCode = await run(
    process.argv.slice(2),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
