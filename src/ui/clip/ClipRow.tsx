import { Suspense, useState, type ComponentType } from 'react';
import { useSession } from '../../runs/session.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { later } from '../later.tsx';
import { useText } from '../useText.ts';
import { shapeIds } from './layout.ts';
import type { Clip } from './makeClip.ts';
import { rememberedShape, rememberShape } from './remembered.ts';
import type { ClipOf } from './types.ts';
import './clip.css';
import './words.ts';

const ClipDialog = later(() => import('./ClipDialog.tsx'));

interface ClipRowProps {
  readonly load: () => Promise<ClipOf>;
  /** Question and sentence of the scene as they are now. */
  readonly Told: ComponentType;
  /** Hands the clip over as a file of that name. */
  readonly onClip: (fileName: string, blob: Blob) => void;
  readonly onFailure: (error: unknown) => void;
}

/** In the export menu: the shape, and one press. */
export function ClipRow({ load, Told, onClip, onFailure }: ClipRowProps) {
  const t = useText();
  const { clock } = useSession();
  const [shape, setShape] = useState(rememberedShape);
  const [making, setMaking] = useState<ClipOf | null>(null);
  const make = () => {
    if (clock.steps === 0) onFailure(new Error(t('clip.nothing')));
    else load().then(setMaking, onFailure);
  };
  const end = (clip: Clip | null, error?: unknown) => {
    setMaking(null);
    if (clip && making) onClip(`${making.name()}.${clip.ending}`, clip.blob);
    else if (error !== undefined) onFailure(error);
  };
  return (
    <div className="clip-row">
      <button type="button" className="text-button" onClick={make}>
        {t('clip.make')}
      </button>
      <Segmented
        label={t('clip.shape')}
        value={shape}
        options={shapeIds.map((id) => ({ value: id, label: t(`clip.shape.${id}`) }))}
        onChange={(next) => {
          setShape(next);
          rememberShape(next);
        }}
      />
      {making && (
        <Suspense>
          <ClipDialog of={making} Told={Told} shape={shape} onEnd={end} />
        </Suspense>
      )}
    </div>
  );
}
