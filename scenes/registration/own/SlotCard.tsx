import { bounds } from '../../../src/clouds/spacing.ts';
import { units } from '../../../src/io/clouds/frames.ts';
import { useMemo } from 'react';
import type { ReadSlot, Side, Slot, UnitChoice } from '../runs/own.ts';
import { IconButton } from '../../../src/ui/controls/IconButton.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { FilePicker } from '../../../src/ui/controls/FilePicker.tsx';
import { noticeInText, refusalInWords } from './inWords.ts';

/** Endings of files that can be read; any other may be tried by dropping it. */
export const CLOUD_FILES = '.ply,.pcd,.xyz,.txt,.csv,.pts,.asc,.obj,.stl';

interface Props {
  readonly side: Side;
  readonly slot: Slot;
  /** Points that stand for a mesh; null: the file's own points. */
  readonly sampled: number | null;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onEmpty: () => void;
  readonly onDescribe: (said: Partial<Pick<ReadSlot, 'unit' | 'up'>>) => void;
}

/** One side of the visitor's pair: which file, how it is read or why not, its size, and what its numbers mean. */
export function SlotCard({ side, slot, sampled, onFiles, onEmpty, onDescribe }: Props) {
  const t = useText();
  const name = t(`own.side.${side}`);
  return (
    <section className="own-slot" data-side={side} data-slot={slot.kind} aria-label={name}>
      <h3>{name}</h3>
      {slot.kind === 'reading' && (
        <>
          <p role="status">{t('own.reading', { name: slot.name, percent: Math.floor(100 * slot.part) })}</p>
          <progress value={slot.part} aria-label={t('own.reading', { name: slot.name, percent: '' })} />
          <button type="button" className="button" onClick={onEmpty}>
            {t('own.reading.cancel')}
          </button>
        </>
      )}
      {slot.kind === 'refused' && (
        <p className="field-error" role="alert">
          {t('own.refused', { name: slot.name })} {refusalInWords(t, slot.error)}
        </p>
      )}
      {slot.kind === 'ready' && <Read side={side} slot={slot} sampled={sampled} onDescribe={onDescribe} />}
      {slot.kind !== 'reading' && (
        <p className="own-actions">
          <FilePicker
            label={t(slot.kind === 'ready' ? 'own.replace' : 'own.choose.one')}
            of={name}
            accept={CLOUD_FILES}
            onFiles={onFiles}
          />
          {slot.kind === 'ready' && (
            <IconButton icon="close" name={t('own.remove', { side: name })} onClick={onEmpty} />
          )}
        </p>
      )}
    </section>
  );
}

interface ReadProps extends Pick<Props, 'side' | 'sampled' | 'onDescribe'> {
  readonly slot: ReadSlot;
}

const unitChoices: readonly UnitChoice[] = ['unknown', ...(Object.keys(units) as (keyof typeof units)[])];

function Read({ side, slot: { file, unit, up }, sampled, onDescribe }: ReadProps) {
  const t = useText();
  const size = useMemo(() => {
    const { min, max } = bounds(file.positions);
    return [max[0] - min[0], max[1] - min[1], max[2] - min[2]] as const;
  }, [file]);
  const [x, y, z] = size.map((edge) => t.number(edge, 3));
  const name = t(`own.side.${side}`);
  return (
    <>
      <p className="own-file">
        <strong>{file.name}</strong> {t('own.points', { count: t.number(file.count, 9) })} ·{' '}
        {t('own.size', { x: x!, y: y!, z: z!, unit: unit === 'unknown' ? '' : ` ${unit}` })}
      </p>
      {sampled !== null && <p className="own-note">{t('own.sampled', { count: t.number(sampled) })}</p>}
      {file.notices.map((notice) => (
        <p key={notice.id} className="own-note">
          {noticeInText(t, notice)}
        </p>
      ))}
      <p className="own-frame">
        <label>
          {t('own.unit')}
          <select
            aria-label={t('own.unit.of', { side: name })}
            value={unit}
            onChange={(event) => onDescribe({ unit: event.currentTarget.value as UnitChoice })}
          >
            {unitChoices.map((choice) => (
              <option key={choice} value={choice}>
                {choice === 'unknown' ? t('own.unit.unknown') : choice}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('own.up')}
          <select
            aria-label={t('own.up.of', { side: name })}
            value={up}
            onChange={(event) => onDescribe({ up: event.currentTarget.value as ReadSlot['up'] })}
          >
            <option value="z">{t('own.up.z')}</option>
            <option value="y">{t('own.up.y')}</option>
          </select>
        </label>
      </p>
    </>
  );
}
