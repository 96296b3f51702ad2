import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { decodeLink } from '../state/link.ts';
import { fetchAgain, fetchCode, isUnfetched, watchStyles } from '../ui/fetching.ts';
import { Problem } from '../ui/Problem.tsx';
import { App } from './App.tsx';
import { openScene, sceneOf, type Visit } from './visit.ts';
// Here, though pages bring them too: they stand before the theme, as the cascade wants them, whichever scene opens.
import '../ui/cards/cards.css';
import '../../scenes/optimizers/formula/ruleCard.css';
import '../ui/export/export.css';
import '../ui/present/present.css';
import '../ui/interruptions.css';
import './theme.css';

const root = createRoot(document.getElementById('root') as HTMLElement);

watchStyles();
const open = () => openScene(sceneOf(location.hash), (rules) => decodeLink(rules, location.hash));
// In slices: at once a page takes some 45 ms of the main thread, and more on a slow machine.
const show = (first: Visit) => startTransition(() => root.render(<App first={first} />));
fetchCode(open).then(show, (error: unknown) => {
  if (!isUnfetched(error)) reportError(error);
  const retry = async () => (isUnfetched(error) ? show(await fetchAgain(open)) : location.reload());
  root.render(<Problem error={error} retry={retry} />);
});
