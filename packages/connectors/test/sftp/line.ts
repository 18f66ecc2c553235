import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that a test can cut or let go silent. */
export interface Line {
  readonly port: number;
  /** Cuts each connection when so many bytes more have gone up, or come down. */
  cutAfter(direction: 'up' | 'down', bytes: number): void;
  /** From now on nothing comes down, and nobody is told. */
  silence(): void;
  /** As it was at first. */
  mend(): void;
  /** Bytes that have gone up since it was mended. */
  readonly up: () => number;
  readonly open: () => number;
  end(): void;
}

/** A line to a port of this machine. */
export async function lineTo(target: number): Promise<Line> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let left: { direction: 'up' | 'down'; bytes: number } | undefined;
  let silent = false;
  let up = 0;
  const pass = (direction: 'up' | 'down', from: Socket, to: Socket) => (chunk: Buffer) => {
    if (direction === 'up') up += chunk.length;
    else if (silent) return;
    if (left?.direction === direction) {
      left.bytes -= chunk.length;
      if (left.bytes < 0) {
        from.destroy();
        to.destroy();
        return;
      }
    }
    if (!to.write(chunk)) {
      from.pause();
      to.once('drain', () => from.resume());
    }
  };
  const server: Server = createServer((client) => {
    const remote = connect(target, '127.0.0.1');
    const pair = [client, remote] as const;
    pairs.add(pair);
    client.on('data', pass('up', client, remote));
    remote.on('data', pass('down', remote, client));
    for (const [one, other] of [
      [client, remote],
      [remote, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cutAfter: (direction, bytes) => {
      left = { direction, bytes };
    },
    silence: () => {
      silent = true;
    },
    mend: () => {
      silent = false;
      left = undefined;
      up = 0;
    },
    up: () => up,
    open: () => pairs.size,
    end: () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
    },
  };
}
