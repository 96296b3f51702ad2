import type { Verdict } from '../../../src/registration/types.ts';

const marks = {
  good: 'M4 9.5 7.5 13 14 5.5',
  ambiguous: 'M4 7c2-3 4 1 5 0s3-3 5 0M4 12c2-3 4 1 5 0s3-3 5 0',
  doubtful: 'M9 4v6.4M9 13.2v1',
  failed: 'M5 5l8 8M13 5l-8 8',
} as const satisfies Readonly<Record<Verdict, string>>;

/** A verdict's sign, for those who do not see its colour. */
export function Sign({ of }: { readonly of: Verdict }) {
  return (
    <svg viewBox="0 0 18 18" width="16" height="16" aria-hidden="true">
      <path d={marks[of]} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}
