/** Keeps a socket open: text `hi` every few seconds, and another try a second after it breaks. */
export function keepSocket(
  url: () => string,
  heartbeatMs: number,
  heard: { binary: (bytes: Uint8Array) => void; text: (text: string) => void; again: () => void },
): void {
  const open = (isFirst: boolean) => {
    const socket = new WebSocket(url(), ['binary', 'base64', 'pbbp2']);
    socket.binaryType = 'arraybuffer';
    const heartbeat = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.send('hi');
    }, heartbeatMs);
    socket.addEventListener('open', () => {
      if (!isFirst) heard.again();
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
}
