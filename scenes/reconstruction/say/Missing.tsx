import { useText } from '../../../src/ui/useText.ts';
import { model, useOwn } from '../model.ts';
import { missingOf } from '../picture/shown.ts';

/** What the link names and nobody here has; null: all is there. */
export function useMissing() {
  const state = model.useState((whole) => whole);
  return missingOf(state, { picture: useOwn(({ picture }) => picture) });
}

/** A note where there is something missing: the sample is shown in its place. */
export function Missing() {
  const t = useText();
  const missing = useMissing();
  if (missing === null) return null;
  return (
    <p className="rec-missing" role="status">
      {t(`rec.${missing}.missing`)}
    </p>
  );
}
