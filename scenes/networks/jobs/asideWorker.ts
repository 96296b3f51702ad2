import { expose } from 'comlink';
import { openDevice, PAGE_MODES, type Device } from '../../../src/gpu/device.ts';
import { openLandscapes } from '../../../src/jobs/landscape.ts';
import { landscapeOf } from '../landscape/compute.ts';
import { scriptOf } from '../run/script.ts';
import { studies } from '../studies/index.ts';
import { sharpnessOf } from '../studies/sharpness.ts';
import { readFile } from '../own/read.ts';
import type { AsideApi } from './api.ts';
import { createKept } from './kept.ts';
import { createTickets } from '../../../src/jobs/tickets.ts';

const tickets = createTickets();
const kept = createKept();

let device: Promise<Device> | null = null;
/** gpu.js is fetched when a landscape is worth it. */
const landscapes = openLandscapes(() => (device ??= openDevice({ modes: PAGE_MODES, thread: 'worker' })));
const means = (ticket: number) => ({ ...landscapes, pause: tickets.pauseFor(ticket) });

expose({
  open: () => undefined,
  keep: kept.keep,
  forget: kept.forget,
  landscape: (spec, subject, ticket, onPart) => landscapeOf(spec, kept.subject(subject), means(ticket), onPart),
  read: (name, file, page, ticket) => readFile(name, file, page, tickets.pauseFor(ticket)),
  sharpness: (subject, ticket, onPart) => sharpnessOf(kept.subject(subject), tickets.pauseFor(ticket), onPart),
  study: async (id, subject, place, ticket, onPart) =>
    studies[id]({
      subject: subject && kept.subject(subject),
      place,
      pause: tickets.pauseFor(ticket),
      tell: (part) => void onPart(part),
    }),
  script: (spec, subject, place) => new Blob([scriptOf(spec, kept.subject(subject), place)], { type: 'text/x-python' }),
  cancel: tickets.cancel,
} satisfies AsideApi);
