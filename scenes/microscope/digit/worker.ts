import { expose } from 'comlink';
import { createDigits } from '../../../src/jobs/shippedDigits.ts';
import { createTickets } from '../../../src/jobs/tickets.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import type { DigitApi } from './api.ts';
import { aboutNet } from './run/about.ts';
import { createBrought } from './run/brought.ts';
import { lookAt, type Reader } from './run/look.ts';
import { moreOf } from './run/more.ts';
import { readerOf } from './run/reader.ts';

const shippedNet = new URL('../../../assets/networks/digits.npz', import.meta.url);

const tickets = createTickets();
const digits = createDigits();
let whole: Promise<DataSet> | null = null;
const brought = createBrought();
let shipped: Promise<Reader> | null = null;

/** All of them; copied once. */
function all(): Promise<DataSet> {
  whole ??= digits(Infinity);
  whole.catch(() => (whole = null));
  return whole;
}

async function fetchNet(): Promise<Reader> {
  const response = await fetch(shippedNet);
  if (!response.ok) throw new Error(`digits.npz: ${`${response.status} ${response.statusText}`.trim()}`);
  return readerOf(new Uint8Array(await response.arrayBuffer()));
}

/** Of a network that is gone the shipped one. */
function readerFor(net: number): Reader | Promise<Reader> {
  const own = brought.reader(net);
  if (own) return own;
  shipped ??= fetchNet();
  shipped.catch(() => (shipped = null));
  return shipped;
}

expose({
  open: () => undefined,
  async look(spec, ticket) {
    const [reader, data] = await Promise.all([readerFor(spec.net), all()]);
    await tickets.pauseFor(ticket)();
    return lookAt(spec, reader, data);
  },
  async more(spec, ticket) {
    const [reader, data] = await Promise.all([readerFor(spec.net), all()]);
    return moreOf(spec, reader, data, tickets.pauseFor(ticket));
  },
  async about(net, ticket) {
    const [reader, data] = await Promise.all([readerFor(net), all()]);
    return aboutNet(net, reader, data, tickets.pauseFor(ticket));
  },
  bring: brought.bring,
  refusal: brought.refusal,
  forget: brought.forget,
  cancel: tickets.cancel,
} satisfies DigitApi);
