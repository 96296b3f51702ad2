import { extrasRecord, fallOf } from '../../src/jobs/extrasRecord.ts';
import { useText } from '../../src/ui/useText.ts';

/** What the two switches above it gain and cost, by the record. */
export function ExtrasNote() {
  const t = useText();
  const { procedural, furniture, milliseconds } = extrasRecord;
  const ms = (value: number) => t.number(value, 2);
  const percent = (part: number) => t.number(100 * part, 2);
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
        shapesCd: percent(fallOf(procedural, 'full', 'chamfer')),
        shapesEmd: percent(fallOf(procedural, 'full', 'emd')),
        furniture: furniture.pictures,
        furnitureCd: percent(fallOf(furniture, 'full', 'chamfer')),
        furnitureEmd: percent(fallOf(furniture, 'full', 'emd')),
      })}
    </p>
  );
}
