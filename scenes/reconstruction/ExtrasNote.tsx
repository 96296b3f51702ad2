import { extrasRecord, fallOf } from '../../src/jobs/extrasRecord.ts';
import { useText } from '../../src/ui/useText.ts';

/** What the two switches above it gain and cost, by the record. */
export function ExtrasNote() {
  const t = useText();
  const { procedural, furniture, milliseconds } = extrasRecord;
  const ms = (value: number) => t.number(value, 2);
  /** How a figure changes: with its sign. */
  const change = (...of: Parameters<typeof fallOf>) => {
    const rise = -100 * fallOf(...of);
    return `${rise > 0 ? '+' : ''}${t.number(rise, 2)}`;
  };
  return (
    <p className="note">
      {t('rec.extras.cost', {
        bare: ms(milliseconds.bare),
        mirror: ms(milliseconds.mirror - milliseconds.bare),
        pull: ms(milliseconds.pull - milliseconds.bare),
        full: ms(milliseconds.full),
      })}{' '}
      {t('rec.extras.gain', {
        shapes: procedural.pictures,
        shapesCd: change(procedural, 'full', 'chamfer'),
        shapesEmd: change(procedural, 'full', 'emd'),
        furniture: furniture.pictures,
        furnitureCd: change(furniture, 'full', 'chamfer'),
        furnitureEmd: change(furniture, 'full', 'emd'),
      })}
    </p>
  );
}
