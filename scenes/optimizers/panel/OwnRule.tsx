import { ruleOrNull } from '../../../src/optimizers/index.ts';
import { isOwnId, ownTextOf, ruleText } from '../../../src/optimizers/own/index.ts';
import { RuleEditor } from '../../../src/ui/ruleField/RuleEditor.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { lab } from '../model.ts';
import { removeOwnRule, setOwnRule } from '../state/actions.ts';
import { OWN_RUN } from '../state/runs.ts';

interface Props {
  /** It would be one path too many. */
  readonly onFull: () => void;
  readonly onClose: () => void;
}

/** The field for the rule of the visitor's own; known ones begin with the numbers that they have now. */
export function OwnRule({ onFull, onClose }: Props) {
  const t = useText();
  const { store } = lab.useSession();
  const runs = lab.useState((state) => state.runs);
  const selected = lab.useState((state) => state.selected);
  const own = runs.find(({ id }) => id === OWN_RUN)?.optimizer;
  const examples = runs.flatMap(({ id, optimizer, name, semantics, params }) => {
    const rule = id === OWN_RUN ? null : ruleOrNull(optimizer, semantics);
    return rule ? [{ id, name, text: ruleText(rule, params, t('ownRule.titled', { optimizer: name })) }] : [];
  });
  return (
    <RuleEditor
      of="surface"
      own={own !== undefined && isOwnId(own) ? ownTextOf(own) : null}
      {...{ first: selected, examples, onClose }}
      onRun={(text) => {
        if (!setOwnRule(store, text)) onFull();
      }}
      onRemove={() => removeOwnRule(store)}
    />
  );
}
