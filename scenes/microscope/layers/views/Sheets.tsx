import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { useSession } from '../../../../src/runs/session.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { drawnRow } from '../../../../src/trace/jump.ts';
import { createCloudView } from '../../../../src/view/clouds/cloudView.ts';
import { createLines } from '../../../../src/view/clouds/lines.ts';
import { cloudOrder } from '../../../../src/view/clouds/order.ts';
import { mixHex, rgb } from '../../../../src/view/palette.ts';
import { createRidges } from '../../../../src/view/ridges/ridges.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';
import { gradientHue, hueOf } from '../read.ts';
import { rangeFor, type LayersRun, type NetRun } from '../run/types.ts';
import { activationRow, bridge, gradientRow, heightOf, neuronAt, PIECES } from './place.ts';

interface Props {
  readonly drawn: Drawn;
  readonly run: LayersRun;
  readonly net: NetRun;
  readonly gradients: boolean;
  /** Without the neurons that another one stands for. */
  readonly prune: boolean;
}

const BINS = 30;
/** Where what is not drawn is put. */
const AWAY = 1e4;

/** Everything of a net that moves: ridges, neurons, threads. Made once for a shape of net. */
function createSheets(
  { uniforms, space }: Pick<Drawn, 'uniforms' | 'space'>,
  { hidden, activation }: Shape,
  back: boolean,
) {
  const layers = hidden.length;
  const width = hidden[0]!;
  const front = activationRow(layers, back);
  const behind = back ? gradientRow(layers) : null;
  const style = { line: 1.7, tint: 0.42, fade: 0.25 };
  const activations = createRidges(uniforms, front.places, BINS, style);
  const returning = behind && createRidges(uniforms, behind.places, BINS, { ...style, line: 1.3 });
  const places = new Float64Array(3 * layers * width);
  const dots = createCloudView(uniforms, places, null, null, 'target');
  dots.place(space, null);
  const threads = createLines(
    uniforms,
    PIECES * layers * width,
    { width: 1.1, opacity: 0.75, fade: 0.3 },
    cloudOrder.threads,
  );
  const heights = new Float64Array(layers * BINS);
  const range = rangeFor[activation];
  const object = new Group();
  object.add(activations.object, dots.object, threads.object);
  if (returning) object.add(returning.object);

  /** Heights of one kind between two records. */
  function rise(net: NetRun, row: number, of: 'activations' | 'gradients'): Float64Array {
    const k = Math.min(Math.floor(row), net.rows.length - 1);
    const part = row - k;
    const [from, to] = [net.rows[k]!, net.rows[Math.min(k + 1, net.rows.length - 1)]!];
    for (let layer = 0; layer < layers; layer++) {
      const [a, b] = [from.layers[layer]![of].shares, to.layers[layer]![of].shares];
      for (let bin = 0; bin < BINS; bin++) heights[layer * BINS + bin] = heightOf(a[bin]! + part * (b[bin]! - a[bin]!));
    }
    return heights;
  }

  function neurons(net: NetRun, row: number, prune: boolean): void {
    const k = Math.min(Math.floor(row), net.rows.length - 1);
    const part = row - k;
    const [from, to] = [net.rows[k]!, net.rows[Math.min(k + 1, net.rows.length - 1)]!];
    let lines = 0;
    for (let layer = 0; layer < layers; layer++) {
      const [a, b] = [from.layers[layer]!, to.layers[layer]!];
      for (let j = 0; j < width; j++) {
        const mean = a.means[j]! + part * (b.means[j]! - a.means[j]!);
        neuronAt(front.places[layer]!, front.apart, mean, range, j, width, places, 3 * (layer * width + j));
      }
      for (const { first, second } of a.twins) {
        const [from, to] = [layer * width + first, layer * width + second];
        bridge(places, from, to, threads.starts, threads.ends, PIECES * lines++);
      }
      // Only when all bridges stand: one neuron may be the end of several.
      if (prune) for (const { second } of a.twins) places[3 * (layer * width + second) + 1] = AWAY;
    }
    dots.setPlaces(places);
    threads.setCount(prune ? 0 : PIECES * lines);
  }

  return {
    object,
    show(net: NetRun, t: number, prune: boolean) {
      const row = Math.min(drawnRow(t), net.rows.length - 1);
      activations.show(rise(net, row, 'activations'));
      returning?.show(rise(net, row, 'gradients'));
      neurons(net, row, prune);
    },
    setColours({ palette }: Pick<Drawn, 'palette'>, net: NetRun) {
      const { theme, ink, paper } = palette;
      const [own, back] = [hueOf(theme, net), gradientHue(theme)];
      activations.setColours(rgb(own), mixHex(own, ink, 0.35));
      returning?.setColours(rgb(back), mixHex(back, ink, 0.35));
      threads.setColour(rgb(ink));
      dots.setLook({
        ...{ colour: mixHex(paper, ink, 0.85), paleColour: mixHex(paper, ink, 0.4) },
        ...{ diameter: 3, opacity: 1, fade: 0.3 },
      });
    },
    dispose() {
      activations.dispose();
      returning?.dispose();
      dots.dispose();
      threads.dispose();
    },
  };
}

type Shape = Pick<LayersRun['spec'], 'hidden' | 'activation'>;

/** A net's layers one behind the other: what each gives, and behind them what comes back to each. */
export function Sheets({ drawn, run, net, gradients, prune }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const { uniforms, space, palette } = drawn;
  const { hidden, activation } = run.spec;
  const shape = `${hidden.join()} ${activation}`;
  const sheets = useMemo(() => {
    const [widths, id] = shape.split(' ') as [string, typeof activation];
    return createSheets({ uniforms, space }, { hidden: widths.split(',').map(Number), activation: id }, gradients);
  }, [uniforms, space, shape, gradients]);
  useDispose(sheets);
  useEffect(() => {
    sheets.setColours({ palette }, net);
    invalidate();
  }, [sheets, palette, net, invalidate]);
  useFrame(() => {
    sheets.show(net, clock.t, prune);
  }, -1);
  useEffect(() => {
    invalidate();
    return clock.subscribe(() => invalidate());
  }, [clock, net, prune, invalidate]);
  return <primitive object={sheets.object} />;
}
