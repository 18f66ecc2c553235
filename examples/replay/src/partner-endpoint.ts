import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a partner takes documents: an HTTP server of this process that can be told to refuse. */
export interface PartnerEndpoint {
  readonly url: string;
  /** What it has taken, by the idempotency key of each call, in the order of the calls. */
  readonly taken: readonly string[];
  /** Refuses everything with this status from now on; takes everything again without one. */
  refuse(status?: number): void;
  close(): Promise<void>;
}

/** Opens it on a free port of this machine. */
export async function openPartnerEndpoint(): Promise<PartnerEndpoint> {
  const taken: string[] = [];
  let refusal: number | undefined;
  const server = createServer((request, response) => {
    request.resume();
    if (refusal !== undefined) response.writeHead(refusal).end('the certificate of the sender has expired');
    else {
      taken.push(String(request.headers['idempotency-key']));
      response.writeHead(202).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/documents`,
    taken,
    refuse: (status) => {
      refusal = status;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
