import { DropAnywhere } from './DropAnywhere.tsx';
import { OwnClouds } from './OwnClouds.tsx';

/** Over the picture: what takes the visitor's own clouds. */
export function Over({ embed }: { readonly embed: boolean }) {
  return (
    <>
      <OwnClouds />
      {!embed && <DropAnywhere />}
    </>
  );
}
