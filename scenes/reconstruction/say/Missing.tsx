import { useText } from '../../../src/ui/useText.ts';
import { model, useOwn } from '../model.ts';
import { missingOf } from '../picture/shown.ts';

/** A note where the link names a picture that nobody here has: the sample is shown in its place. */
export function Missing() {
  const t = useText();
  const state = model.useState((whole) => whole);
  const missing = missingOf(state, { picture: useOwn(({ picture }) => picture) });
  if (missing === null) return null;
  return (
    <p className="rec-missing" role="status">
      {t(`rec.${missing}.missing`)}
    </p>
  );
}
