/** A proxy that breaks connections as networks do: in the middle of a push, before or after the remote has it. */
import { connect, createServer, type Socket } from 'node:net';
import { afterEach } from 'vitest';

/** `request`: what is pushed never arrives. `answer`: it arrives, and the remote's word about it does not. */
export type Break = 'request' | 'answer';

export interface BreakingProxy {
  readonly url: string;
  /** Pushes that came by, broken or not. */
  pushes: number;
  /** What becomes of the next pushes, one after the other; those behind pass. */
  breaks: Break[];
  /** Takes no connection any more as soon as a push was broken. */
  closesAfterwards: boolean;
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Starts one before the server at `target`. */
export async function breakingProxy(target: string): Promise<BreakingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let breaking: Break | undefined;
    const cut = (): void => {
      client.destroy();
      upstream.destroy();
      if (proxy.closesAfterwards) server.close();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    client.on('data', (chunk) => {
      if (/^POST \S+\/git-receive-pack /.test(chunk.toString('latin1'))) {
        proxy.pushes += 1;
        breaking = proxy.breaks.shift();
      }
      if (breaking === 'request') cut();
      else upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (breaking === 'answer') cut();
      else client.write(chunk);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const proxy: BreakingProxy = {
    url: `http://127.0.0.1:${address.port}`,
    pushes: 0,
    breaks: [],
    closesAfterwards: false,
  };
  return proxy;
}
