import { useStore } from 'zustand';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { FilePicker } from '../../../src/ui/controls/FilePicker.tsx';
import { useCopy } from '../../../src/ui/controls/useCopy.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { bringFile, leaveRun } from '../own/bring.ts';

/** A training of the reader's own: the snippet that writes it, the file that brings it, the way back. */
export function FileRow() {
  const t = useText();
  const session = model.useSession();
  const jobs = useJobsOf(model);
  const brought = useStore(session.own.files, (state) => state.run);
  const { copied, copy } = useCopy();
  const copySnippet = async () => {
    const { torchSnippet } = await import('../../../src/io/networks/run/snippet.ts');
    await copy(torchSnippet);
  };
  return (
    <div className="net-file">
      {brought && (
        <p className="net-brought">
          <strong>{t('net.own.run', { name: brought.run.file ?? '', count: brought.run.tracks[0]!.count })}</strong>{' '}
          <button type="button" className="button" onClick={() => leaveRun(session)}>
            {t('net.own.leave')}
          </button>
        </p>
      )}
      <FilePicker
        label={t('net.own.choose')}
        accept=".npz,.npy,.safetensors,.csv,.txt,.json"
        onFiles={([file]) => {
          if (file && jobs) void bringFile(session, jobs, file, file.name);
        }}
      />
      <button type="button" className="button" onClick={() => void copySnippet()}>
        {t(copied.kind === 'yes' ? 'net.own.copied' : 'net.own.snippet')}
      </button>
      {copied.kind === 'refused' && (
        <textarea readOnly rows={6} value={copied.text} aria-label={t('net.own.snippet')} />
      )}
      <p className="note">{t('net.own.note')}</p>
    </div>
  );
}
