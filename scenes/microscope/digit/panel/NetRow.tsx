import { useStore } from 'zustand';
import { useJobsOf } from '../../../../src/scene/computing.tsx';
import { FilePicker } from '../../../../src/ui/controls/FilePicker.tsx';
import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';
import { bringNet, leaveNet } from '../bring.ts';
import { refusalInWords } from '../refusal.ts';

/** Which network reads: the shipped one, or the reader's own. */
export function NetRow() {
  const t = useText();
  const session = model.useSession();
  const jobs = useJobsOf(model);
  const { net, reading, refused } = useStore(session.own.digitNet);
  return (
    <div className="mic-net">
      <p>{net ? t('mic.digit.net.own', { name: net.name }) : t('mic.digit.net.shipped')}</p>
      <FilePicker
        label={t('mic.digit.net.choose')}
        accept=".npz,.safetensors"
        onFiles={([file]) => {
          if (file && jobs) void bringNet(session, jobs, file);
        }}
      />
      {net && (
        <button type="button" className="button" onClick={() => leaveNet(session, jobs)}>
          {t('mic.digit.net.leave')}
        </button>
      )}
      <p className="note" role="status">
        {reading && t('mic.digit.net.reading')}
        {refused && t('mic.digit.net.refused', { name: refused.name, message: refusalInWords(t, refused.why) })}
      </p>
      <p className="note">{t('mic.digit.net.note')}</p>
      <code>koubai train --data digits --layers 100,50 --out net.npz</code>
    </div>
  );
}
