import type { heatJa } from './heat.ja.ts';

/** Words of the heat map, in English; the keys are those of heat.ja.ts. */
export const heatEn: Readonly<Record<keyof typeof heatJa, string>> = {
  // The map over two parameters
  'heat.title.loss': '{optimizer}: f after {steps} updates',
  'heat.title.steps': '{optimizer}: updates to converge',
  'heat.least.loss': 'Least: {value} at',
  'heat.least.steps': 'Fewest: {value} at',
  'heat.least.none': 'None came to an end',
  'heat.end': 'f = {f} at the end',
  'heat.end.converged': 'f = {f} at the end, converged from {step}',
  'heat.end.diverged': 'diverges at update {step}',
  'heat.off.loss': 'higher than at first',
  'heat.off.steps': 'not converged',
  'heat.gone': 'diverged',
  'heat.edge': 'edge of stability, in theory',
  'heat.hint': 'Point at a cell to run with its values, click to use them.',
  'heat.adopt': 'Use these values',
  'heat.keys': 'Arrow keys move from cell to cell, with Shift by 8; Enter uses its values.',
  'heat.none': 'Select an optimizer with two parameters or more in the panel to see its map.',
  'heat.waiting': 'Computing the map',
  'heat.failed': 'The map could not be computed.',
  'heat.axis.x': 'Across',
  'heat.axis.y': 'Up',
  'heat.of': 'Show',
  'heat.of.loss': 'Final f',
  'heat.of.steps': 'Updates',
};
