import { useState } from 'react';
import './words.ts';
import { ClipRow } from '../clip/ClipRow.tsx';
import type { ClipOf } from '../clip/types.ts';
import { useText } from '../useText.ts';
import { download } from './download.ts';
import { MakingDialog } from './MakingDialog.tsx';
import { ExportFailure } from './png.ts';
import type { ExportItem, ExportListProps, ExportsOf, LongItem } from './types.ts';

/** The list of the export menu, fetched when that is first opened. */
export default function ExportList(props: ExportListProps) {
  const { items, actions = [], clip = usualClip(props), Told, onClose, onOutcome, onCopyCode } = props;
  const t = useText();
  const [making, setMaking] = useState<LongItem | null>(null);
  const hand = (file: string, blob: Blob) => {
    download(file, blob);
    onOutcome({ text: t('export.saved', { file }), wrong: false });
    onClose();
  };
  const fail = (error: unknown) => {
    const text =
      error instanceof ExportFailure
        ? t(`export.failed.${error.kind}`)
        : t('export.failed.other', { reason: error instanceof Error ? error.message : String(error) });
    onOutcome({ text, wrong: true });
  };
  const save = (item: ExportItem | LongItem) => {
    if ('meanwhile' in item) {
      setMaking(item);
      return;
    }
    const name = item.fileName();
    item.make().then((blob) => hand(name, blob), fail);
  };
  return (
    <ul>
      {items.map((item) => (
        <li key={item.label}>
          <button type="button" className="text-button" onClick={() => save(item)}>
            {t(item.label)}
          </button>
        </li>
      ))}
      {clip && (
        <li>
          <ClipRow load={clip} Told={Told} onClip={hand} onFailure={fail} />
        </li>
      )}
      {actions.map(({ label, run }) => (
        <li key={label}>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              onClose();
              run();
            }}
          >
            {t(label)}
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="text-button" onClick={onCopyCode}>
          {t('export.embed')}
        </button>
      </li>
      {making && (
        <MakingDialog
          item={making}
          onEnd={(file, error) => {
            setMaking(null);
            if (file) hand(file.name, file.blob);
            else if (error !== undefined) fail(error);
          }}
        />
      )}
    </ul>
  );
}

/** Undefined where there is nothing to take away. */
function usualClip({ items: [picture], title }: ExportsOf): (() => Promise<ClipOf>) | undefined {
  return (
    picture &&
    (async () => ({
      name: () => picture.fileName().replace(/(-step\d+)?\.\w+$/, ''),
      heading: title,
      lines: () => [],
    }))
  );
}
