import { expect, test } from 'vitest';
import { openDigitJobs } from '../../scenes/microscope/digit/jobs.ts';
import type { DigitLook, DigitMore, DigitSpec, MoreSpec } from '../../scenes/microscope/digit/run/types.ts';
import { createTickets } from '../../src/jobs/tickets.ts';
import { asWorker, LiveWorker } from '../jobs/liveWorker.ts';

const more = (digit: number): MoreSpec => ({ digit, strokes: [], epsilon: 0, net: 0 });
const look = (digit: number): DigitSpec => ({ ...more(digit), about: null, thin: null, seed: 0 });

/** A worker that notes what it is at; what is looked for besides takes so many pauses as its digit says. */
function open() {
  const log: string[] = [];
  const tickets = createTickets();
  const api = {
    open: () => undefined,
    cancel: tickets.cancel,
    async look(spec: DigitSpec, ticket: number): Promise<DigitLook> {
      await tickets.pauseFor(ticket)();
      log.push(`look ${spec.digit}`);
      return { spec } as DigitLook;
    },
    async more(spec: MoreSpec, ticket: number): Promise<DigitMore> {
      for (let i = 0; i < spec.digit; i++) await tickets.pauseFor(ticket)();
      log.push(`more ${spec.digit}`);
      return { spec, nearest: [], smallest: null };
    },
  };
  const jobs = openDigitJobs({ onRestart: () => undefined }, () => asWorker(new LiveWorker(api)));
  return { jobs, log };
}

test('a pen moves faster than digits are read: the first look and the last are had, none between', async () => {
  const { jobs, log } = open();
  const looks = [1, 2, 3, 4].map((digit) => jobs.lookAtDigit(look(digit), new AbortController().signal));
  const [first, ...others] = await Promise.allSettled(looks);
  expect(first!.status).toBe('fulfilled');
  expect(others.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(log).toEqual(['look 1', 'look 4']);
  jobs.dispose();
});

test('what is looked for besides lets a newer look in, and is given up with its signal, in the worker, too', async () => {
  const { jobs, log } = open();
  const old = new AbortController();
  const besides = jobs.moreOfDigit(more(1e9), old.signal);
  const given = expect(besides).rejects.toMatchObject({ name: 'AbortError' });
  // Though the search is far from its end.
  expect((await jobs.lookAtDigit(look(2), new AbortController().signal)).spec.digit).toBe(2);
  expect(log).toEqual(['look 2']);
  old.abort();
  await given;
  // The lane is free as soon as the worker has heard of it: else this would wait for ever.
  const { spec } = await jobs.moreOfDigit(more(3), new AbortController().signal);
  expect(spec.digit).toBe(3);
  expect(log).toEqual(['look 2', 'more 3']);
  jobs.dispose();
});
