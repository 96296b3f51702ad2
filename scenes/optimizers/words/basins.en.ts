import type { basinsJa } from './basins.ja.ts';

/** English words of the basin maps. The same keys as basins.ja.ts. */
export const basinsEn: Record<keyof typeof basinsJa, string> = {
  'panel.drape': 'Map on top',
  'panel.drape.none': 'none',
  'panel.drape.basins': 'where starts end',
  'panel.key.drape': 'The map of where starts end on or off',
  'basins.show': 'Where starts end',
  'basins.hide': 'Without the map',
  'basins.title': 'Where each start ends: {optimizer}',
  'basins.legend': 'What the map means',
  'basins.more': '{count} more minima',
  'basins.diverged': 'diverged',
  'basins.unconverged': 'unconverged',
  'basins.unconverged.what': 'Not within 0.001 of any minimum after {steps} updates',
  'basins.rest': 'The darker, the later: at rest after {soon} to {late} updates',
  'basins.waiting': 'Computing the map',
  'basins.progress': '{size} × {size} starts ({part} %)',
  'basins.done': '{size} × {size} starts, {steps} updates each, {backend}',
  'basins.click': 'Click the map to start there.',
  'basins.zoom.in': 'Zoom in',
  'basins.zoom.out': 'Zoom out',
  'basins.zoom.whole': 'All of it',
  'basins.zoom.what': 'Computes the surroundings of the start anew, larger',
  'export.basins': 'Map of starts (PNG, 4096 × 4096)',
  'export.basins.meanwhile':
    'Every one of 16,777,216 starts is run anew. It takes some seconds to a minute; the page stays as it is.',
  'basins.failed': 'The map could not be computed',
};
