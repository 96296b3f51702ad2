import { linkOf } from '../runs/history.ts';
import { useStep } from '../runs/session.tsx';
import type { TextKey } from '../i18n/index.ts';
import type { Card, CardEvidence } from '../ui/cards/types.ts';
import type { Told } from '../ui/say/told.ts';
import { useText } from '../ui/useText.ts';
import { useChanges } from './computing.tsx';
import type { Exports, SceneDef } from './described.ts';
import type { Disposable, Values } from './model.ts';
import { allParts } from './panel/allParts.ts';
import type { Entries } from './state/table.ts';
import '../ui/table/table.css';

/** What a scene has that says nothing else: its summary as sentence, its state as table, its picture to take away. */
export function usualOf<
  E extends Entries,
  J extends Disposable,
  R extends Values,
  Own,
  Ev extends CardEvidence,
  C extends Card<Ev>,
>({ model, summary, tagline }: SceneDef<E, J, R, Own, Ev, C>) {
  function useSummary(): string {
    const t = useText();
    useStep();
    useChanges(model);
    return summary(t, model.useSession());
  }

  return {
    useEvidence: () => ({ state: model.useState((state) => state) }) as unknown as Ev,

    useTold(): Told {
      const sentence = useSummary();
      return { title: useText()(tagline), sentence, more: null };
    },

    useExports(): Exports {
      const t = useText();
      const session = model.useSession();
      const title = () => `Koubai: ${t(tagline)}`;
      const { id } = model.table;
      // Fetched when first asked for.
      const make = async () =>
        (await import('../ui/export/viewPng.ts')).viewPng({
          draw: session.pictures.getState().draw,
          title: title(),
          heading: t(tagline),
          lines: [{ text: summary(t, session) }],
          link: linkOf(session),
        });
      return { items: [{ label: 'export.png', fileName: () => `koubai-${id}.png`, make }], title };
    },

    Table() {
      const t = useText();
      const state = model.useState((now) => now) as unknown as Readonly<Record<string, unknown>>;
      return (
        <div className="table-room" tabIndex={0} role="region" aria-label={t('header.table')}>
          <table>
            <caption>{useSummary()}</caption>
            <tbody>
              {allParts(model.table).map((part) => (
                <tr key={part}>
                  <th scope="row">{t(`${model.table.prefix}.${part}` as TextKey)}</th>
                  <td>{JSON.stringify(state[part])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    },
  };
}
