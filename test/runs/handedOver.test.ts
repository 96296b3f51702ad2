import { expect, test } from 'vitest';
import { handOver, takeHandedOver } from '../../src/runs/handedOver.ts';

test('what one scene leaves the next one takes, once; the newest goes before what nobody took', () => {
  const cloud = (name: string) => ({ file: new File([], name), side: 'source', up: 'y' }) as const;
  expect(takeHandedOver()).toEqual([]);
  handOver([cloud('first.ply')]);
  handOver([cloud('second.ply')]);
  expect(takeHandedOver().map(({ file }) => file.name)).toEqual(['second.ply']);
  expect(takeHandedOver()).toEqual([]);
});
