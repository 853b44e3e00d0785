import type { Heard, Transport } from './transport.ts';

/** What page and worker say to each other over a port. */
export type ToWorker =
  | { do: 'json'; id: number; url: string }
  | { do: 'bytes'; id: number; url: string; body: Uint8Array }
  | { do: 'socket'; url: string; heartbeatMs: number };
export type FromWorker =
  | { is: 'answer'; id: number; value: unknown }
  | { is: 'failure'; id: number; reason: string }
  | { is: 'heard'; what: keyof Heard; data: Uint8Array | string | undefined };

/** Everything goes through a worker: whoever listens in the page hears nothing. */
export function workerTransport(address: string): Transport {
  const { port1: port, port2 } = new MessageChannel();
  new Worker(address, { type: 'module' }).postMessage(null, [port2]);
  const asked = new Map<number, (answer: FromWorker) => void>();
  let listener: Heard | undefined;
  port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.is !== 'heard') return asked.get(data.id)?.(data);
    if (data.what === 'again') listener?.again();
    else if (data.what === 'text') listener?.text(String(data.data));
    else if (data.data instanceof Uint8Array) listener?.binary(data.data);
  };
  let count = 0;
  const ask = (question: { do: 'json'; url: string } | { do: 'bytes'; url: string; body: Uint8Array }) =>
    new Promise<unknown>((resolve, reject) => {
      count += 1;
      const id = count;
      asked.set(id, answer => {
        asked.delete(id);
        if (answer.is === 'answer') resolve(answer.value);
        else reject(new Error(answer.is === 'failure' ? answer.reason : 'no answer'));
      });
      port.postMessage({ ...question, id } satisfies ToWorker);
    });
  return {
    json: url => ask({ do: 'json', url }),
    bytes: async (url, body) => {
      const answer = await ask({ do: 'bytes', url, body });
      return answer instanceof Uint8Array ? answer : new Uint8Array(0);
    },
    socket: (url, heartbeatMs, heard) => {
      listener = heard;
      port.postMessage({ do: 'socket', url, heartbeatMs } satisfies ToWorker);
    },
  };
}
