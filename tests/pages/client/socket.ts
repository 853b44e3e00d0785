/**
 * Keeps a socket open: text `hi` every few seconds, and another try a second after it breaks. Comes back once it is open for
 * the first time: what the server tells before is not heard.
 */
export function keepSocket(
  url: () => string,
  heartbeatMs: number,
  heard: { binary: (bytes: Uint8Array) => void; text: (text: string) => void; again: () => void },
): Promise<void> {
  const { promise: opened, resolve } = Promise.withResolvers<void>();
  const open = (isFirst: boolean) => {
    const socket = new WebSocket(url(), ['binary', 'base64', 'pbbp2']);
    socket.binaryType = 'arraybuffer';
    const heartbeat = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.send('hi');
    }, heartbeatMs);
    socket.addEventListener('open', () => {
      if (isFirst) resolve();
      else heard.again();
    });
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') heard.text(data);
      else heard.binary(new Uint8Array(data));
    });
    socket.addEventListener('close', () => {
      clearInterval(heartbeat);
      setTimeout(() => open(false), 1_000);
    });
  };
  open(true);
  return opened;
}
