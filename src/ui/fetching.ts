/* Code and style sheets that are fetched when they are first needed, and what to do where they cannot be had. */

/** As Chromium, Safari, Firefox and Vite say it; none of them gives the error a name. */
const unfetched = /dynamically imported module|importing a module script failed|unable to preload css/i;

/** Whether this says that code or a style sheet could not be fetched. */
export const isUnfetched = (error: unknown): boolean => error instanceof Error && unfetched.test(error.message);

/** Style sheets that did not arrive: Vite asks for each but once. */
const bare = new Set<HTMLLinkElement>();

const isStyle = (link: unknown): link is HTMLLinkElement =>
  link instanceof HTMLLinkElement && link.rel === 'stylesheet';

/** Remembers, from now on, which style sheets fail. Scripts run when those of the page itself have come or failed. */
export function watchStyles(): void {
  for (const link of document.querySelectorAll('link')) if (isStyle(link) && link.sheet === null) bare.add(link);
  document.addEventListener('error', ({ target }) => isStyle(target) && bare.add(target), { capture: true });
}

/** Asks again for a style sheet, in its own place among the others. */
async function fetchStyle(link: HTMLLinkElement): Promise<void> {
  const again = link.cloneNode() as HTMLLinkElement;
  await new Promise<void>((resolve, reject) => {
    again.addEventListener('load', () => resolve(), { once: true });
    again.addEventListener('error', () => reject(new Error(`Unable to preload CSS for ${link.href}`)), { once: true });
    link.replaceWith(again);
    bare.delete(link);
  });
}

/** The style sheet without which a part came to nothing, by its key: from the second time on Vite would do without. */
const missed = new Map<unknown, string>();

/**
 * Code by `load`, with its style sheets. Rejects with what `isUnfetched` knows where either cannot be had. `key`: the same for the same code,
 * wherever it is asked for.
 */
export async function fetchCode<T>(load: () => Promise<T>, key: unknown = load): Promise<T> {
  try {
    const code = await load();
    await Promise.all(
      [...bare].map((link) =>
        fetchStyle(link).catch((error: unknown) => {
          if (link.href === missed.get(key)) throw error;
        }),
      ),
    );
    return code;
  } catch (error) {
    const [sheet] = (error instanceof Error && /https?:\S+\.css\b/.exec(error.message)) || [];
    if (sheet !== undefined) missed.set(key, sheet);
    throw error;
  }
}

/**
 * Another try at what could not be fetched. Chromium never asks twice for a module in one page: where the server answers, the page is
 * loaded anew, for its address holds all that is on view; `before`: what is to be done first.
 */
export async function fetchAgain<T>(load: () => Promise<T>, key: unknown = load, before = () => {}): Promise<T> {
  try {
    return await fetchCode(load, key);
  } catch (error) {
    if (!isUnfetched(error) || !(await isServed(error as Error))) throw error;
    before();
    location.reload();
    return new Promise<never>(() => undefined);
  }
}

/**
 * Whether a new page would have what this one could not: the server answers for the page, and for what was missing (most engines name it).
 * That may be gone for good, with a newer build in its place.
 */
async function isServed({ message }: Error): Promise<boolean> {
  const [missing] = /https?:\S+/.exec(message) ?? [];
  const ask = (address: string) => fetch(address, { method: 'HEAD', cache: 'no-store' });
  try {
    const [page, part] = await Promise.all([ask(location.pathname + location.search), missing && ask(missing)]);
    return page.ok && !(part && part.status >= 500);
  } catch {
    return false;
  }
}
