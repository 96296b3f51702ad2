import { useText } from '../../../src/ui/useText.ts';

interface Props {
  /** Before the first map and after each. */
  readonly errors: readonly number[];
  /** How many maps there will be. */
  readonly maps: number;
}

/** Training error, map by map, linear from zero; the room for those to come is left free. */
export function ErrorCurve({ errors, maps }: Props) {
  const t = useText();
  const highest = Math.max(...errors);
  if (errors.length < 2 || !(highest > 0)) return null;
  const path = errors.map(
    (error, i) => `${i === 0 ? 'M' : 'L'}${(100 * i) / maps} ${((100 * (highest - error)) / highest).toFixed(2)}`,
  );
  return (
    <svg
      className="train-curve"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('train.errors.chart')}
    >
      <line x1="0" y1="100" x2="100" y2="100" />
      <path d={path.join(' ')} />
    </svg>
  );
}
