/** Jobs of a worker that end when they are cancelled: each asks now and then. */
export function createTickets() {
  const cancelled = new Set<number>();
  return {
    cancel(ticket: number): void {
      cancelled.add(ticket);
    },
    /** Lets messages in; throws an AbortError where the job is no longer wanted. */
    pauseFor: (ticket: number) => async (): Promise<void> => {
      await turn();
      if (!cancelled.delete(ticket)) return;
      throw new DOMException('cancelled', 'AbortError');
    },
  };
}

/** The next turn of the event loop; unlike a timer's it is not put off. */
function turn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
