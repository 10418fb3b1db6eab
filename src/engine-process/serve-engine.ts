import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { EngineOrder } from '#contract/engine-order.ts';

/** An engine: what it answers, and its end. */
export interface ServedEngine {
  readonly router: AnyRouter;
  identify(privateKey: string): void;
  lock(): void;
  close(): void | Promise<void>;
}

/** One end of a connection, as Electron's `MessagePortMain` is. */
export interface EnginePort {
  on(event: string, listener: (message?: { data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
}

/** Where orders come from: `process.parentPort` under Electron. */
export interface OrderSource {
  on(
    event: 'message',
    listener: (message: { data: unknown; ports: readonly EnginePort[] }) => void,
  ): unknown;
}

/**
 * Serves one engine to every port that comes with a `connect` order. On `shutdown` the engine closes its cases, and
 * then `exit` is called once: with 0, or with 1 when closing failed.
 */
export function serveEngine(
  orders: OrderSource,
  engine: ServedEngine,
  exit: (code: number) => void,
): void {
  const handler = new RPCHandler(engine.router);
  let closing = false;
  orders.on('message', ({ data, ports }) => {
    const order = EngineOrder.safeParse(data);
    if (!order.success || closing) return;
    switch (order.data.type) {
      case 'connect':
        for (const port of ports) {
          handler.upgrade(port);
          port.start();
        }
        return;
      case 'identity':
        engine.identify(order.data.privateKey);
        return;
      case 'lock':
        engine.lock();
        return;
      case 'shutdown':
        closing = true;
        closed(engine).then(
          () => exit(0),
          () => exit(1),
        );
    }
  });
}

async function closed(engine: ServedEngine): Promise<void> {
  await engine.close();
}
