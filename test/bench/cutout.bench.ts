import { createRng } from '../../src/math/rng.ts';
import { boxCut } from '../../src/reconstruction/cutout/boxCut.ts';
import { cutOut } from '../../src/reconstruction/cutout/automatic.ts';
import type { RgbaImage } from '../../src/reconstruction/cutout/types.ts';
import { median, type Bench } from './bench.ts';

const EDGE = 512;
const REPEATS = 7;

/** A ball of two colours before leaves, with noise as JPEG leaves it: colours that overlap, so that the rounds have something to do. */
function leaves(): RgbaImage {
  const rng = createRng(1, 'cutout.bench');
  const data = new Uint8ClampedArray(4 * EDGE * EDGE);
  for (let at = 0; at < EDGE * EDGE; at++) {
    const [x, y] = [at % EDGE, Math.floor(at / EDGE)];
    const inside = Math.hypot(x - 256, y - 256) < 160;
    const leaf = Math.sin(x / 9) * Math.cos(y / 11) > 0 ? [40, 140, 50] : [110, 90, 60];
    const own = y < 230 ? [180, 90, 60] : [200, 170, 70];
    const noise = 18 * rng.gaussian();
    data.set([...(inside ? own : leaf).map((value) => value + noise), 255], 4 * at);
  }
  return { data, width: EDGE, height: EDGE };
}

/** One box by GrabCut, and the whole automatic cut with its doubts, at 512 × 512; ≤ 1 s each. Processor time: a busy machine does not count. */
const bench: Bench = async (report) => {
  const image = leaves();
  const box = { left: 80, top: 80, right: 432, bottom: 432 };
  for (const [name, cut] of [
    ['GrabCut in a box', () => void boxCut(image, box)],
    ['the automatic cut', () => void cutOut(image)],
  ] as const) {
    const times = Array.from({ length: REPEATS }, () => {
      const begun = process.cpuUsage().user;
      cut();
      return (process.cpuUsage().user - begun) / 1000;
    });
    report(`${name}, ${EDGE} × ${EDGE}`, { ms: median(times), 'slowest ms': Math.max(...times) });
  }
  await Promise.resolve();
};

export default bench;
