import { ruledOptimizerIds, optimizerOf, ruleOf, semanticsFor } from '../../../src/optimizers/index.ts';
import { compactText, ruleText } from '../../../src/optimizers/own/index.ts';
import { asksForLeast } from '../../../src/optimizers/run.ts';
import { RuleEditor } from '../../../src/ui/ruleField/RuleEditor.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { MOST_OPTIMIZERS, type State } from '../state.ts';
import { isTrainer, OWN, valuesOf } from '../trainers.ts';

/** The field for a rule of the reader's own: the same lines as in the scene of surfaces, moving every weight. */
export default function OwnRule({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { store } = model.useSession();
  const rule = model.useState((state) => state.rule);
  const selected = model.useState((state) => state.selected);
  const ids = model.useState((state) => state.optimizers);
  const state = model.useState((all) => all);
  const examples = ruledOptimizerIds.flatMap((id) => {
    const { name } = optimizerOf(id);
    const known = ruleOf(id, semanticsFor(id, 'torch'));
    if (asksForLeast(known)) return [];
    const values = isTrainer(id) ? valuesOf(state, id) : {};
    return [{ id, name, text: ruleText(known, values, t('ownRule.titled', { optimizer: name })) }];
  });
  const isFull = ids.length >= MOST_OPTIMIZERS && !ids.includes(OWN);
  return (
    <>
      <RuleEditor
        {...{ own: rule, first: selected, examples, onClose }}
        of="net"
        onRun={(text) => {
          if (!isFull) store.update(running(text, ids));
        }}
        onRemove={() => store.update(without(ids))}
      />
      {isFull && <p className="note">{t('net.optimizers.full', { count: MOST_OPTIMIZERS })}</p>}
    </>
  );
}

/** Its learning rate is the one that it says. */
const running = (text: string, ids: State['optimizers']) =>
  ({
    ...{ rule: compactText(text), ruled: undefined, selected: OWN },
    optimizers: ids.includes(OWN) ? ids : [...ids, OWN],
  }) as const;

function without(ids: State['optimizers']) {
  const others = ids.filter((id) => id !== OWN);
  return {
    rule: undefined,
    ruled: undefined,
    selected: undefined,
    optimizers: others.length > 0 ? others : undefined,
  };
}
