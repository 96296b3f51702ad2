/** One animation frame, or sooner where the tab is or gets hidden: then it never comes. */
const frame = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) return resolve();
    const done = () => {
      cancelAnimationFrame(asked);
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    const asked = requestAnimationFrame(done);
    document.addEventListener('visibilitychange', done);
  });

/** After what waits to be done now. Timers of a hidden tab come once a second at most, messages at once. */
const task = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * Resolves when the page has drawn what it is to draw now: the first frame is asked for, the second comes when it is done. A hidden tab has
 * no frames: there it is enough that all has been told, and who draws the picture catches up (`catchUp`), so that nothing waits for the tab to be looked at.
 */
export async function drawn(): Promise<void> {
  await frame();
  await frame();
  if (!document.hidden) return;
  await task();
  await task();
}
