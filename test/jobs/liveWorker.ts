import { expose } from 'comlink';

/** Answers with `api` as a page's worker does, over a channel, until it is terminated or dies. */
export class LiveWorker extends EventTarget {
  terminated = false;
  private readonly channel = new MessageChannel();

  constructor(api: object) {
    super();
    const { port1, port2 } = this.channel;
    expose(api, port2);
    port1.onmessage = ({ data }: { data: unknown }) => {
      this.dispatchEvent(Object.assign(new Event('message'), { data }));
    };
  }
  postMessage(message: unknown, transfer: Transferable[] = []) {
    this.channel.port1.postMessage(message, transfer);
  }
  terminate() {
    this.terminated = true;
    this.channel.port1.close();
  }
  die(message: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

/** What `spawn` options take. */
export const asWorker = (worker: LiveWorker): Worker => worker as unknown as Worker;

export const never = () => new Promise<never>(() => undefined);
