import { linkOf } from '../../../src/runs/history.ts';
import { viewPng, type LegendLine } from '../../../src/ui/export/viewPng.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { figuresOf } from './figures.ts';
import { categoryName } from './names.ts';
import { seenIn, type SceneSession } from '../model.ts';

/** What stands below the view in a picture or a clip. */
export function viewInWords(session: SceneSession, t: Words) {
  const { state } = session.store.get();
  const sample = seenIn(session).shown?.sample;
  const of = sample ? t('rec.shape', { category: categoryName(t, sample.category), seed: sample.seed }) : '';
  const about = [t('scene.name.reconstruction'), t(`rec.view.${state.view}`), of].filter((part) => part !== '');
  return { heading: about.join(' · '), lines: state.view === 'answer' ? figureLines(session, t) : [] };
}

/** What is on view with what is written on it, its figures and the link below. */
export function viewAsPng(session: SceneSession, t: Words): Promise<Blob> {
  return viewPng({
    draw: session.pictures.getState().draw,
    title: `Koubai: ${t('scene.name.reconstruction')}`,
    ...viewInWords(session, t),
    link: linkOf(session),
  });
}

function figureLines(session: SceneSession, t: Words): readonly LegendLine[] {
  return figuresOf(seenIn(session)).flatMap(([id, measures]) => {
    if (!measures) return [];
    const { chamfer, emd, fScore } = measures;
    const shown = { chamfer: t.fixed(1000 * chamfer, 2), emd: t.fixed(emd, 3), fScore: t.fixed(fScore, 2) };
    return { text: t('rec.summary.line', { line: t(`rec.line.${id}`), ...shown }) };
  });
}
