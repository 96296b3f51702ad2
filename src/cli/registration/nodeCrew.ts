import { expose, type Endpoint } from 'comlink';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, type MessagePort, Worker as Thread, workerData } from 'node:worker_threads';
import type { Crew } from '../../jobs/crew/crew.ts';
import { createMember } from '../../jobs/crew/member.ts';
import { openCrew } from '../../jobs/crew/remote.ts';

/** What tells a thread that it was started to be a member. */
const MEMBER = 'koubai-crew';

/**
 * A crew of Node threads. `script`: built JavaScript that holds this very module, which then serves in the thread; what else
 * it holds must do nothing there (`isMainThread`).
 */
export const openNodeCrew = (size = availableParallelism(), script: URL = new URL(import.meta.url)): Promise<Crew> =>
  openCrew(size, () => asWebWorker(new Thread(script, { workerData: MEMBER })));

if (!isMainThread && workerData === MEMBER && parentPort) expose(createMember(), endpointOf(parentPort));

/** Comlink speaks to event targets; Node's ports and threads are emitters. */
function endpointOf(port: Thread | MessagePort): Endpoint {
  const heard = new Map<unknown, (data: unknown) => void>();
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer as readonly ArrayBuffer[] | undefined),
    addEventListener(event, listener) {
      const call = (data: unknown) => {
        const what = event === 'error' ? data : { data };
        if ('handleEvent' in listener) listener.handleEvent(what as Event);
        else listener(what as Event);
      };
      heard.set(listener, call);
      port.on(event, call);
    },
    removeEventListener(event, listener) {
      const call = heard.get(listener);
      if (call) port.off(event, call);
      heard.delete(listener);
    },
  };
}

/** As much of a Web Worker as `openWorker` uses: an Error stands in for its ErrorEvent, for both have a message. */
function asWebWorker(thread: Thread): Worker {
  return { ...endpointOf(thread), terminate: () => void thread.terminate() } as unknown as Worker;
}
