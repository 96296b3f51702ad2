import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface Props extends Omit<ComponentProps<'button'>, 'children' | 'title' | 'type'> {
  readonly icon: IconName;
  /** What it is called, for who cannot read the icon: the tooltip, too. */
  readonly name: string;
  /** A key that does the same, for the tooltip. */
  readonly shortcut?: string;
}

/** A button that is an icon alone. */
export function IconButton({ icon, name, shortcut, className = '', ...rest }: Props) {
  const title = shortcut === undefined ? name : `${name} (${shortcut})`;
  return (
    <button type="button" className={`icon-button ${className}`.trim()} aria-label={name} title={title} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
