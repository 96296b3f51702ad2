import { useStore } from 'zustand';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { neighbourName } from '../read/names.ts';
import { useOwn } from '../model.ts';
import type { Beside, Live } from './live.ts';

/** What stands in the way, else what is seen, else what to do. */
export function Told({ live }: { readonly live: Live }) {
  const t = useText();
  const beside = useStore(live.beside);
  const fetching = useOwn((own) => own.fetching);
  const { failure, lack, remark } = beside;
  if (failure !== null) {
    return (
      <p className="rec-draw-told field-error" role="alert">
        {t('rec.draw.failed', { reason: failure })}
      </p>
    );
  }
  const trouble = remark ? t(`rec.draw.${remark.is}`, inWords(t, remark.values)) : null;
  return (
    <p className="rec-draw-told" role="status" data-remark={remark?.is ?? lack ?? undefined}>
      {fetching ? t('rec.fetching', { file: fetching.file }) : (trouble ?? said(t, beside))}
    </p>
  );
}

const inWords = (t: Words, values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, t.number(value, 6)]));

/** While the pen moves nothing changes that a screen reader would read out again and again. */
function said(t: Words, { lack, like, rests, detail }: Beside): string {
  if (lack !== null) return t(`rec.draw.${lack}`);
  if (!rests || !detail) return t('rec.draw.follows');
  const parts = [t('rec.draw.held'), ...(like ? [t('rec.draw.like', { shape: neighbourName(t, like) })] : [])];
  return parts.join(t('sentence.gap'));
}
