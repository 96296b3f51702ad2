import { createRoot } from 'react-dom/client';
import { decodeLink } from '../state/link.ts';
import { ErrorCard } from '../ui/ErrorCard.tsx';
import { App } from './App.tsx';
import { openScene, sceneOf } from './visit.ts';
// Here, though pages bring them too: they stand before the theme, as the cascade wants them, whichever scene opens.
import '../ui/cards/cards.css';
import '../../scenes/optimizers/formula/ruleCard.css';
import '../ui/export/export.css';
import '../ui/present/present.css';
import '../ui/interruptions.css';
import './theme.css';

const root = createRoot(document.getElementById('root') as HTMLElement);

openScene(sceneOf(location.hash), (rules) => decodeLink(rules, location.hash)).then(
  (first) => root.render(<App first={first} />),
  (error: unknown) => {
    reportError(error);
    root.render(<ErrorCard error={error} onRetry={() => location.reload()} />);
  },
);
