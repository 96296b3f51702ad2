import { DrawOver } from './drawing/DrawOver.tsx';
import { DropAnywhere } from './input/DropAnywhere.tsx';

/** What lies over the page where a visitor is at work: files that are dropped, the editor, the drawing room. */
export function Over({ embed }: { readonly embed: boolean }) {
  return (
    !embed && (
      <>
        <DropAnywhere embed={embed} />
        <DrawOver />
      </>
    )
  );
}
