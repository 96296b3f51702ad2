import { createRoot } from 'react-dom/client';
import { createClock } from '../trace/clock.ts';
import { createLabStore } from '../state/store.ts';
import { decode } from '../state/url.ts';
import { createGuessStore } from '../runs/guess.ts';
import { createHighlightStore } from '../runs/highlight.ts';
import { createComputeStore } from '../runs/compute.ts';
import { createPictureStore } from '../runs/pictures.ts';
import { App } from './App.tsx';
import { embed } from './asked.ts';
import './theme.css';

const { overrides, notices } = decode(location.hash);
const store = createLabStore(overrides);
const session = {
  store,
  clock: createClock(store.get().state.steps),
  highlight: createHighlightStore(),
  pictures: createPictureStore(),
  guess: createGuessStore(),
  framed: embed || window.parent !== window,
};

createRoot(document.getElementById('root') as HTMLElement).render(
  <App session={session} compute={createComputeStore()} firstNotices={notices} />,
);
