import { useStore } from 'zustand';
import { useEffect, useMemo, useState } from 'react';
import { decodeMaps } from '../../../src/registration/do/maps.ts';
import { defaultTraining, type DoModel } from '../../../src/registration/do/types.ts';
import type { Pair } from '../runs/pair.ts';
import { useJobs, useRegistrationSession, useSubject } from '../model.ts';
import type { KeptMaps, Training } from '../runs/training.ts';
import { doneOf, dropKept, leaveMaps, lookForMaps, putMapsToUse, trainMaps } from '../runs/trainMaps.ts';
import { NumberField } from '../../../src/ui/controls/NumberField.tsx';
import { download } from '../../../src/ui/export/download.ts';
import { ErrorCurve } from './ErrorCurve.tsx';
import { FilePicker } from '../../../src/ui/controls/FilePicker.tsx';
import { useText } from '../../../src/ui/useText.ts';
import './own.css';

/** `full` is the command line's default; `quick` shows in seconds how training goes, and what too little of it does. */
const sizes = { quick: { samples: 600, maps: 10 }, full: {} } as const;
type Size = keyof typeof sizes;

const seedSpec = {
  default: 1,
  min: 0,
  max: 99,
  scale: 'linear',
  integer: true,
  accepts: { min: 0, max: 2 ** 31 },
} as const;

/** What the maps are to be trained for: the pair's target, where it is a model. */
function modelOf({ model, files, mesh, target }: Pair): DoModel | null {
  if (model === null) return null;
  return { name: files?.target.file.name ?? 'spot.obj', checksum: model, shape: mesh ?? target };
}

/** In the panel: maps for the model on view, trained here, kept here, read and written as files. */
export function TrainMaps() {
  const t = useText();
  const session = useRegistrationSession();
  const jobs = useJobs();
  const pair = useSubject((subject) => subject.pair);
  const state = useStore(session.own.training);
  const [size, setSize] = useState<Size>('quick');
  const [seed, setSeed] = useState(defaultTraining.seed);
  const model = useMemo(() => pair && modelOf(pair), [pair]);
  useEffect(() => void lookForMaps(session.own.training), [session]);
  if (!pair) return null;
  const running = state.outcome === 'running';
  return (
    <section className="train" aria-label={t('train.title')}>
      <h2>{t('train.title')}</h2>
      {model === null ? (
        <p>{t('train.no-model')}</p>
      ) : (
        <>
          <p>{t('train.model', { name: model.name })}</p>
          <label className="own-actions">
            {t('train.size')}
            <select
              aria-label={t('train.size')}
              value={size}
              disabled={running}
              onChange={(event) => setSize(event.currentTarget.value as Size)}
            >
              {(Object.keys(sizes) as Size[]).map((id) => (
                <option key={id} value={id}>
                  {t(`train.size.${id}`)}
                </option>
              ))}
            </select>
          </label>
          <p className="own-actions">
            <span id="train-seed">{t('train.seed')}</span>
            <NumberField label={t('train.seed')} spec={seedSpec} value={seed} onChange={setSeed} />
            {running ? (
              <button type="button" className="button" onClick={state.cancel}>
                {t('train.cancel')}
              </button>
            ) : (
              <button
                type="button"
                className="button"
                disabled={!jobs}
                onClick={() => {
                  const training = { ...defaultTraining, ...sizes[size], seed };
                  if (jobs) void trainMaps(session.own, jobs, training, model);
                }}
              >
                {t('train.start')}
              </button>
            )}
          </p>
        </>
      )}
      <Progress state={state} />
      <Kept state={state} model={model} />
    </section>
  );
}

function Progress({ state }: { readonly state: Training }) {
  const t = useText();
  const { outcome, progress, seconds, failure, unsaved } = state;
  const { errors = [], map = 0, maps = 1, part = 0 } = progress ?? {};
  const values = {
    ...{ map, maps, percent: Math.floor(100 * part), seconds: t.fixed(seconds, 1) },
    ...{ first: t.number(errors[0] ?? NaN, 3), last: t.number(errors.at(-1) ?? NaN, 3) },
  };
  return (
    <div className="train-progress" data-outcome={outcome} data-map={map}>
      {outcome === 'running' && (
        <>
          <progress value={progress ? part : undefined} aria-label={t('train.title')} />
          <p>{progress ? t('train.progress', values) : t('train.opening')}</p>
        </>
      )}
      {errors.length > 1 && (
        <>
          <ErrorCurve errors={errors} maps={maps} />
          <p>{t('train.errors', values)}</p>
        </>
      )}
      <p role="status">
        {outcome === 'done' && t('train.done', values)}
        {outcome === 'cancelled' && t('train.cancelled', values)}
      </p>
      {outcome === 'failed' && (
        <p className="field-error" role="alert">
          {t('train.failed', { reason: failure ?? '' })}
        </p>
      )}
      {unsaved && <p className="own-note">{t('train.unsaved')}</p>}
    </div>
  );
}

/** Maps in this browser, and those in files. */
function Kept({ state: { kept }, model }: { readonly state: Training; readonly model: DoModel | null }) {
  const t = useText();
  const session = useRegistrationSession();
  const used = useStore(session.own.trained, ({ maps }) => (model ? maps[model.checksum] : undefined));
  const [refused, setRefused] = useState<string | null>(null);
  const open = async (file: File | undefined) => {
    if (!file) return;
    setRefused(null);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { model: theirs } = decodeMaps(bytes);
      if (theirs.checksum === model?.checksum) putMapsToUse(session.own, bytes);
      else setRefused(t('train.mismatch', { model: theirs.name }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setRefused(t('train.unreadable', { name: file.name, reason }));
    }
  };
  return (
    <details>
      <summary>{t('train.saved')}</summary>
      {kept.length === 0 && <p>{t('train.saved.none')}</p>}
      <ul>
        {kept.map((one) => (
          <KeptRow
            key={one.key}
            one={one}
            mine={one.maps.model.checksum === model?.checksum}
            used={used?.bytes.length === one.bytes.length && used.bytes.every((byte, i) => byte === one.bytes[i])}
          />
        ))}
      </ul>
      <p className="own-actions">
        {model && <FilePicker label={t('train.open')} accept=".bin" onFiles={([file]) => void open(file)} />}
        {model && used && (
          <>
            <button
              type="button"
              className="button"
              onClick={() => download(`${model.name.replace(/\.[^.]*$/, '')}-do.bin`, new Blob([used.bytes]))}
            >
              {t('train.save')}
            </button>
            <button type="button" className="button" onClick={() => leaveMaps(session.own, model.checksum)}>
              {t('train.shipped')}
            </button>
          </>
        )}
      </p>
      {refused !== null && (
        <p className="field-error" role="alert">
          {refused}
        </p>
      )}
    </details>
  );
}

interface RowProps {
  readonly one: KeptMaps;
  /** Of the model on view. */
  readonly mine: boolean;
  readonly used: boolean;
}

function KeptRow({ one, mine, used }: RowProps) {
  const t = useText();
  const session = useRegistrationSession();
  const { model, training } = one.maps;
  const { done, of, whole } = doneOf(one.maps);
  const values = { model: model.name, samples: t.number(training.samples), maps: of, done, seed: training.seed };
  return (
    <li>
      <span>{t(whole ? 'train.saved.one' : 'train.saved.part', values)}</span>
      <span className="own-actions">
        {!mine && <span className="own-note">{t('train.other-model')}</span>}
        {used && <strong>{t('train.in-use')}</strong>}
        {mine && whole && !used && (
          <button type="button" className="button" onClick={() => putMapsToUse(session.own, one.bytes)}>
            {t('train.use')}
          </button>
        )}
        <button type="button" className="button" onClick={() => void dropKept(session.own.training, one)}>
          {t('train.delete')}
        </button>
      </span>
    </li>
  );
}
