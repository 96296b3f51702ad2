import { Fragment, useEffect, useState } from 'react';
import { useRuns } from '../runs/useRuns.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { RunView } from '../runs/runViews.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { deviationUpTo, loadReferences, referenceFor, type References } from './reference.ts';
import { isRounding, semanticsDistance } from './semanticsDistance.ts';

/** Each run that is shown beside its other semantics and its reference. */
export function Agreements() {
  const t = useText();
  const runs = useRuns();
  return (
    <>
      <h4>{t('agreement.title')}</h4>
      <dl>
        {runs.map(({ id, name }) => (
          <Fragment key={id}>
            <dt>{name}</dt>
            <dd data-agreement-of={id}>
              <Agreement id={id} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

/** How the run of an optimizer stands to its other semantics and to a run of the reference implementation, at the step shown. */
function Agreement({ id }: { id: string }) {
  const t = useText();
  const step = useStep();
  const references = useReferences();
  const run = useRuns().find((view) => view.id === id);
  if (!run) return null;
  const between = betweenSemantics(t, run, step);
  return (
    <p className="note agreement">
      {between !== null && <span data-agreement="semantics">{between}</span>}
      <span data-agreement="reference">{withReference(t, run, step, references)}</span>
    </p>
  );
}

function betweenSemantics(t: Words, { spec, record }: RunView, step: number): string | null {
  const found = semanticsDistance(spec, step);
  if (!found) return null;
  const other = t(`semantics.${found.other}`);
  if (found.distance === null) return t('agreement.ended', { other });
  if (found.distance === 0) return t('agreement.equal', { other, step });
  const near = isRounding(found.distance, record.x[2 * step] ?? NaN, record.x[2 * step + 1] ?? NaN);
  return t(near ? 'agreement.same' : 'agreement.apart', { other, step, distance: t.number(found.distance, 2) });
}

function withReference(t: Words, run: RunView, step: number, references: References | Error | null): string {
  if (references === null) return t('agreement.reference.loading');
  if (references instanceof Error) return t('agreement.reference.failed');
  const reference = referenceFor(run.spec, references);
  if (!reference) return t('agreement.reference.none');
  const { source: name, semantics } = reference;
  const source = semantics === 'book' ? t('agreement.source.book', { source: name }) : name;
  const { deviation, at } = deviationUpTo(run.record, references, reference, step);
  return deviation === 0
    ? t('agreement.reference.equal', { source, step: at })
    : t('agreement.reference', { source, step: at, deviation: t.number(deviation, 2) });
}

/** null while they are under way. */
function useReferences(): References | Error | null {
  const [references, setReferences] = useState<References | Error | null>(null);
  useEffect(() => {
    let gone = false;
    loadReferences().then(
      (loaded) => {
        if (!gone) setReferences(loaded);
      },
      (error: unknown) => {
        if (!gone) setReferences(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return references;
}
