import type { WebSocket } from 'ws';
import { Delivery } from '../../serving/delivery.ts';

/** Sockets in socket.io's way: an opening text, a joining text, a question now and then whether anybody is there. */
export class Pushes extends Delivery {
  constructor(heartbeatMs: number) {
    super(heartbeatMs, '2');
  }

  override join(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    socket.on('message', heard => {
      if (String(heard) !== '40') return;
      socket.send('40{"sid":"simulated"}');
      super.join(socket);
    });
    socket.send('0{"sid":"simulated","upgrades":[],"pingInterval":25000,"pingTimeout":20000}');
  }
}
