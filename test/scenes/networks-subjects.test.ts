import { expect, test } from 'vitest';
import { createKept, type Kept } from '../../scenes/networks/jobs/kept.ts';
import { createSubjects } from '../../scenes/networks/jobs/subjects.ts';
import { createCollector } from '../../scenes/networks/run/collect.ts';
import { dataFor } from '../../scenes/networks/run/data.ts';
import type { Row, RunSpec } from '../../scenes/networks/run/types.ts';
import { specOf, table } from '../../scenes/networks/state.ts';
import { decodeLink } from '../../src/state/link.ts';
import { layoutOf } from '../../src/networks/layout.ts';

const spec: RunSpec = specOf(
  // 17,154 weights: fifteen records a piece.
  table.rules.resolve(decodeLink(table.rules, 'v=1&scene=networks&w=128&k=60').overrides),
)!;
const data = await dataFor(spec, () => Promise.reject(new Error('no digits here')));

/** A worker that counts the weights it is sent. */
function opened() {
  const worker = createKept();
  const waiting = new Map<string, Kept>();
  const gone: string[] = [];
  const held = new Map<string, Kept>();
  let sent = 0;
  const subjects = createSubjects({
    keep: (id, thing) => void waiting.set(id, thing),
    forget: (id) => void (waiting.delete(id), gone.push(id)),
  });
  /** As `createHolding` does. */
  const send = (uses: readonly string[]) => {
    for (const id of gone.splice(0)) {
      held.delete(id);
      worker.forget(id);
    }
    for (const id of uses) {
      const thing = waiting.get(id)!;
      if (held.get(id) === thing) continue;
      if (thing.kind === 'weights') sent += thing.weights.length;
      worker.keep(id, structuredClone(thing));
      held.set(id, thing);
    }
  };
  return { worker, subjects, send, held, sent: () => sent };
}

function training() {
  const collector = createCollector(spec, data);
  const { size } = layoutOf(collector.run(false).network);
  const add = (track: number, row: number) => {
    const weights = Float64Array.from({ length: size }, (_, i) => 1e6 * track + 1e3 * row + i / size);
    const measured = { trainLoss: row, testLoss: row, trainAccuracy: 0, testAccuracy: 0 };
    const said = { arithmetic: 'float64' as const, field: new Float32Array(49 * 49), running: null };
    collector.add({ track, row, weights, ...measured, ...said } satisfies Row);
  };
  return { ...collector, add, size };
}

test('the worker sees the very weights of a run, as far as it is there; each record goes once but those of the last piece', () => {
  const { worker, subjects, send, sent } = opened();
  const { add, run, size } = training();
  for (const rows of [9, 20, 31] as const) {
    for (let row = 0; row < rows; row++) for (const track of [0, 1, 2]) add(track, row);
    const { subject, uses } = subjects(run(false));
    send(uses);
    const { traces, samples } = worker.subject(subject);
    expect(samples).toEqual(data.train);
    for (const [place, { weights, count, trainLoss }] of run(false).tracks.entries()) {
      expect(count).toBe(rows);
      expect(traces[place]!.trainLoss).toEqual(trainLoss);
      expect(traces[place]!.weights.length).toBe(rows * size);
      expect(traces[place]!.weights.every((weight, i) => weight === weights[i])).toBe(true);
    }
    // Records 0 … 8 and 15 … 19 went a second time, with those that fill their pieces.
    expect(sent()).toBe(3 * size * { 9: 9, 20: 9 + 20, 31: 9 + 20 + 16 }[rows]);
  }
  const before = sent();
  const { uses } = subjects(run(false));
  send(uses);
  expect(sent()).toBe(before);
});

test('of a run that is no longer asked about the worker keeps nothing', () => {
  const { worker, subjects, send, held } = opened();
  const [one, other] = [training(), training()];
  for (const track of [0, 1, 2]) [one, other].forEach(({ add }) => add(track, 0));
  const first = subjects(one.run(false));
  send(first.uses);
  const second = subjects(other.run(false));
  send(second.uses);
  expect(() => worker.subject(first.subject)).toThrow('weights');
  expect(worker.subject(second.subject).traces).toHaveLength(3);
  // The data set that both learn from, and three tracks of one record.
  expect(held.size).toBe(4);
});
