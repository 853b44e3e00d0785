import { directTransport } from './transport.ts';
import type { FromWorker, ToWorker } from './worker-transport.ts';

const direct = directTransport('fetch');

addEventListener('message', ({ ports: [port] }) => {
  if (port !== undefined) serve(port);
});

function serve(port: MessagePort): void {
  const say = (message: FromWorker) => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.do === 'socket') {
      direct.socket(data.url, data.heartbeatMs, {
        binary: bytes => say({ is: 'heard', what: 'binary', data: bytes }),
        text: text => say({ is: 'heard', what: 'text', data: text }),
        again: () => say({ is: 'heard', what: 'again', data: undefined }),
      });
      return;
    }
    const answer = data.do === 'json' ? direct.json(data.url) : direct.bytes(data.url, data.body);
    const { id } = data;
    answer.then(
      value => say({ is: 'answer', id, value }),
      reason => say({ is: 'failure', id, reason: String(reason) }),
    );
  };
}
