import { SelectRow } from '../../../src/scene/panel/SelectRow.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { cornersFor, type Corners } from '../landscape/corners.ts';
import { model } from '../model.ts';
import { nameOf } from '../trainers.ts';

/** The three nets that the plane goes through. */
export function CornerRows() {
  const t = useText();
  const { store } = model.useSession();
  const ids = model.useState((state) => state.optimizers);
  const selected = model.useState((state) => state.selected);
  const rule = model.useState((state) => state.rule);
  const wanted = model.useState((state) => state.corners);
  const corners = cornersFor(wanted, ids, selected);
  const names = (place: number) => [
    ...ids.map((id) => ({ value: id, label: t('net.corner.end', { optimizer: nameOf(id, rule) }) })),
    { value: 'start', label: t('net.corner.start') },
    ...(place === 2 ? [{ value: 'bend', label: t('net.corner.bend') }] : []),
  ];
  const change = (place: number, name: string) => {
    // Who was there takes the place of who comes.
    const before = corners[place]!;
    const next = corners.map((each, i) => (i === place ? name : each === name ? before : each));
    store.update({ corners: next as unknown as Corners });
  };
  return ([0, 1, 2] as const).map((place) => (
    <SelectRow
      key={place}
      label={t(`net.corner.${place}`)}
      options={names(place)}
      value={corners[place]}
      onChange={(name) => change(place, name)}
    />
  ));
}
