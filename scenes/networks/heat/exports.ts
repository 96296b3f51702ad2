import { columnsAsCsv } from '../../../src/io/columns.ts';
import { linkOf } from '../../../src/runs/history.ts';
import type { Exports } from '../../../src/scene/described.ts';
import { axisValues } from '../../../src/tuning/axis.ts';
import type { ExportItem } from '../../../src/ui/export/types.ts';
import { viewPng } from '../../../src/ui/export/viewPng.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { dataName, shapeInWords } from '../read.ts';
import { nameOf } from '../trainers.ts';
import type { HeatLook } from './look.ts';

// Fetched when first asked for.
const drawing = async (scale: number) => (await import('./draw.ts')).drawMap(scale);

/** What may be taken away while the map of trainings is on view: its picture and its numbers before what there is otherwise. */
export function useMapExports(usual: Exports): Exports {
  const t = useText();
  const session = model.useSession();
  const isMap = model.useState((state) => state.view === 'heat');
  const of = model.useState((state) => state.heatOf);
  const rule = model.useState((state) => state.rule);
  const { value: look, older } = model.useResult('heat');
  const { value: run } = model.useResult('run');
  if (!isMap || !look || !run || older) return usual;
  const { optimizer, steps: updates } = look.spec.run;
  const name = 'koubai-networks-map';
  const title = t(`net.heat.title.${of}`, { optimizer: nameOf(optimizer, rule), updates });
  const own: readonly ExportItem[] = [
    {
      label: 'export.png',
      fileName: () => `${name}.png`,
      make: () =>
        viewPng({
          draw: drawing,
          title: `Koubai: ${title}`,
          heading: t('net.summary', { data: dataName(t, run), shape: shapeInWords(run) }),
          lines: [],
          link: linkOf(session),
        }),
    },
    {
      label: 'net.heat.csv',
      fileName: () => `${name}.csv`,
      make: () => Promise.resolve(new Blob([mapAsCsv(look)], { type: 'text/csv' })),
    },
  ];
  const { clip } = usual;
  return {
    ...usual,
    items: [...own, ...usual.items.filter(({ label }) => label !== 'export.png')],
    clip: clip && (async () => ({ ...(await clip()), draw: drawing })),
  };
}

/** A row a cell, row by row from the lowest y up; empty where a training diverged, or is still to come. */
export function mapAsCsv({ spec: { x, y }, map }: HeatLook): string {
  const [xs, ys] = [axisValues(x), axisValues(y)];
  const { columns, loss, test, first } = map;
  const along = (values: (cell: number) => number) => Float64Array.from(loss, (_, cell) => values(cell));
  return columnsAsCsv(
    [
      { name: x.name, values: along((cell) => xs[cell % columns]!) },
      { name: y.name, values: along((cell) => ys[Math.floor(cell / columns)]!) },
      { name: 'loss', values: loss },
      { name: 'test_loss', values: test },
      { name: 'start', values: first },
    ],
    'cell',
  );
}
