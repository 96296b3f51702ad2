interface Props<T extends string | number> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly name: string; readonly colour?: string | undefined }[];
  readonly shown: readonly T[];
  readonly onPick: (id: T) => void;
}

/** On a narrow page: which of the panes stand there. */
export function PaneTabs<T extends string | number>({ label, tabs, shown, onPick }: Props<T>) {
  return (
    <div className="pane-tabs" role="group" aria-label={label}>
      {tabs.map(({ id, name, colour }) => (
        <button
          key={id}
          type="button"
          aria-pressed={shown.includes(id)}
          style={colour === undefined ? undefined : { color: colour }}
          onClick={() => onPick(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
