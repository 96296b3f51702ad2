import { useText } from '../../../src/ui/useText.ts';
import { model, useOwn } from '../model.ts';
import { addEdit } from './editing.ts';
import { stillMissed, type Missed } from './missed.ts';
import type { Tool } from './tools.ts';
import { doubtInWords, refusalInWords, remarksInWords } from './words.ts';
import { doubtsNow, type Work } from './work.ts';

interface Props {
  readonly work: Work;
  readonly tool: Tool;
  readonly missed: Missed | null;
}

/** What stands in the way; else why the cut is in doubt; else what to do. And what there is to say besides. */
export function EditorSays({ work, tool, missed }: Props) {
  const t = useText();
  return (
    <>
      <Said work={work} tool={tool} missed={missed} />
      {remarksInWords(t, work).map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
    </>
  );
}

function Said({ work, tool, missed }: Props) {
  const t = useText();
  const refused = useOwn((editing) => editing.refused);
  const { name, refusal } = work;
  const still = stillMissed(missed, { work, refused });
  if (still) return <Trouble>{t(`rec.edit.missed.${still}`)}</Trouble>;
  if (refused) {
    const whose = refused.name === name ? '' : `${t('rec.input.refused', { name: refused.name })} `;
    return <Trouble>{whose + refusalInWords(t, refused.why)}</Trouble>;
  }
  if (refusal) return <Trouble>{refusalInWords(t, refusal)}</Trouble>;
  if (doubtsNow(work).length > 0) return <Doubts work={work} />;
  const how = tool === 'box' || tool === 'keep' ? tool : 'file';
  return (
    <p className="note" role="status">
      {t(`rec.edit.how.${how}`)} <span className="rec-edit-keys">{t('rec.edit.keys')}</span>
    </p>
  );
}

/** The cut is an offer: why it may be wrong, and the ways from there. */
function Doubts({ work }: Pick<Props, 'work'>) {
  const t = useText();
  const session = model.useSession();
  const doubts = doubtsNow(work);
  const inverted = doubts.some(({ id }) => id === 'inverted');
  return (
    <div className="rec-edit-doubts" role="alert">
      <p>
        <strong>{t('rec.edit.offer')}</strong> {doubts.map((doubt) => doubtInWords(t, doubt)).join(t('sentence.gap'))}
      </p>
      <p className="note">
        {inverted && (
          <button type="button" className="button" onClick={() => addEdit(session, { mode: 'invert' })}>
            {t('rec.edit.invert')}
          </button>
        )}
        {t('rec.edit.offer.how')}
      </p>
    </div>
  );
}

function Trouble({ children }: { readonly children: string }) {
  return (
    <p className="field-error" role="alert">
      {children}
    </p>
  );
}
