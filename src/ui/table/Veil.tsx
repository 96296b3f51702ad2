import { useText } from '../useText.ts';

/** Says over a table that what is kept back comes with the answer. */
export function TableVeil({ veiled }: { readonly veiled: boolean }) {
  const t = useText();
  return veiled ? <p className="table-veiled">{t('table.veiled')}</p> : null;
}
