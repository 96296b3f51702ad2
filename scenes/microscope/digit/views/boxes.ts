import { createRng } from '../../../../src/math/rng.ts';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { createBoxes } from '../../../../src/view/boxes/boxes.ts';
import { createCloudView } from '../../../../src/view/clouds/cloudView.ts';
import { mixHex, rgb, type Palette } from '../../../../src/view/palette.ts';
import { Group } from 'three';
import { hues } from '../read.ts';
import { CLASSES, THINNED, type DigitLook, type Sheet } from '../run/types.ts';
import { barAt, cellAt, FLOOR, sheetPlaces, TALL } from './place.ts';

type Rgb = readonly [number, number, number];
const mixed = (a: Rgb, b: Rgb, u: number): Rgb => [
  a[0] + u * (b[0] - a[0]),
  a[1] + u * (b[1] - a[1]),
  a[2] + u * (b[2] - a[2]),
];

/** How thick a cell is that says nothing. */
const FLAT = 0.02;
/** Small says are seen, too. */
const EASED = 0.6;
/** Of the way to the neighbouring bar: how far the dots of thinned networks lie about the middle of theirs. */
const SPREAD = 0.38;
const AWAY = 1e4;

const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** The layers' cells and the outputs' bars, with the thinned networks' dots: made once for a shape of network. */
export function createDigitBoxes({ uniforms, space }: Pick<Drawn, 'uniforms' | 'space'>, widths: readonly number[]) {
  const places = sheetPlaces(widths);
  const boxes = createBoxes(
    uniforms,
    widths.reduce((a, b) => a + b, 0),
    0.2,
  );
  const spots = new Float64Array(3 * CLASSES * THINNED).fill(AWAY);
  const dots = createCloudView(uniforms, spots, null, null, 'source');
  dots.place(space, null);
  const { between } = createRng(1, 'spread');
  const jitter = Float64Array.from({ length: 2 * CLASSES * THINNED }, () => between(-SPREAD, SPREAD));

  /** `lit`: how far the signal has come into the sheet, 0 … 1. */
  function sheet(first: number, layer: number, { values, spoke }: Sheet, lit: number, look: SheetLook): void {
    const { tones, showSpoke } = look;
    const place = places[layer]!;
    const [top, most] = [layer === 0 ? 1 : largest(values) || 1, (spoke && largest(spoke)) || 1];
    for (let i = 0; i < values.length; i++) {
      const value = (lit * Math.max(values[i]!, 0)) / top;
      const said = spoke && showSpoke ? (lit * spoke[i]!) / most : 0;
      const own = mixed(tones.nothing, tones.ink, (showSpoke ? 0.3 : 1) * value);
      const hue = said > 0 ? tones.spoke : tones.against;
      const { left, right, low, high } = cellAt(place, i);
      const near = place.z + FLAT + value * place.deep;
      boxes.set(first + i, [left, low, place.z], [right, high, near], mixed(own, hue, Math.abs(said) ** EASED));
    }
  }

  function bars(first: number, { values }: Sheet, lit: number, { tones, answer }: SheetLook): void {
    for (let i = 0; i < values.length; i++) {
      const { left, right, near, far } = barAt(i, values.length);
      const high = FLOOR + FLAT + lit * values[i]! * TALL;
      boxes.set(first + i, [left, FLOOR, far], [right, high, near], i === answer ? tones.ink : tones.other);
    }
  }

  function cloud(look: DigitLook, lit: number): void {
    const { thinned } = look;
    spots.fill(AWAY);
    if (thinned && lit > 0) {
      for (let i = 0; i < thinned.each.length; i++) {
        const { middle, right } = barAt(i % CLASSES, CLASSES);
        const wide = 2 * (right - middle);
        spots[3 * i] = middle + wide * jitter[2 * i]!;
        spots[3 * i + 1] = FLOOR + FLAT + lit * thinned.each[i]! * TALL;
        spots[3 * i + 2] = barAt(0, CLASSES).near + 0.15 + wide * Math.abs(jitter[2 * i + 1]!);
      }
    }
    dots.setPlaces(spots);
  }

  let tones: Tones | null = null;
  let shown: readonly unknown[] = [];
  return {
    object: new Group().add(boxes.object, dots.object),
    /** `row`: layers that the signal has come through. */
    show(look: DigitLook, row: number, showSpoke: boolean) {
      if (!tones) return;
      const wanted = [look, row, showSpoke, tones];
      if (wanted.every((one, i) => one === shown[i])) return;
      shown = wanted;
      const how = { tones, showSpoke, answer: look.answer };
      let first = 0;
      look.sheets.forEach((one, layer) => {
        const lit = Math.min(Math.max(row - layer + 1, 0), 1);
        if (layer < places.length) sheet(first, layer, one, lit, how);
        else bars(first, one, lit, how);
        first += one.values.length;
      });
      boxes.commit();
      cloud(look, Math.min(Math.max(row - places.length + 1, 0), 1));
    },
    setColours({ theme, paper, ink }: Palette) {
      tones = {
        nothing: mixHex(paper, ink, 0.08),
        other: mixHex(paper, ink, 0.38),
        ink: mixHex(paper, ink, 0.95),
        ...{ spoke: rgb(hues(theme).spoke), against: rgb(hues(theme).against) },
      };
      const dot = rgb(hues(theme).thinned);
      dots.setLook({ colour: dot, paleColour: dot, diameter: 3.4, opacity: 0.9, fade: 0 });
    },
    dispose() {
      boxes.dispose();
      dots.dispose();
    },
  };
}

interface Tones {
  readonly nothing: Rgb;
  readonly other: Rgb;
  readonly ink: Rgb;
  readonly spoke: Rgb;
  readonly against: Rgb;
}

interface SheetLook {
  readonly tones: Tones;
  readonly showSpoke: boolean;
  readonly answer: number;
}
