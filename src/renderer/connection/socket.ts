import { CaseError } from '#contract/error.ts';

/** Opens a WebSocket to the local host that served this page. Rejects with `connection.lost` when it does not answer. */
export function openSocket(): Promise<WebSocket> {
  const address = new URL('/rpc', window.location.href);
  address.protocol = 'ws:';
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('close', () => reject(new CaseError('connection.lost')), {
      once: true,
    });
  });
}
