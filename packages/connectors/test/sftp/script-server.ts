import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** An SFTP server that does what a test says, made of the server side of ssh2: for what OpenSSH never does. */
export interface ScriptServer {
  readonly port: number;
  readonly hostKey: Uint8Array;
  /** Methods that were tried, in their order, with what they showed. */
  readonly tried: readonly string[];
  end(): void;
}

/** What a test says. */
export interface Script {
  /** Whether a login is let in; a password or the answers to `questions` stand in `shown`. */
  readonly admits: (method: string, shown: string) => boolean;
  /** Asked interactively. */
  readonly questions?: readonly string[] | undefined;
  readonly methods?: readonly string[] | undefined;
  readonly hasSftp?: boolean | undefined;
  /** Pages of a listing, without end where it never gives undefined. */
  readonly listing?: (() => readonly string[] | undefined) | undefined;
  /** A file whose size is said to be this, and what comes of it. */
  readonly file?: { readonly size: number; readonly content: string } | undefined;
}

interface Login {
  readonly method: string;
  readonly password?: string;
  accept(): void;
  reject(methods: readonly string[]): void;
  prompt(questions: readonly string[], answered: (answers: readonly string[]) => void): void;
}

/** The emitters of ssh2, as far as they are used. */
interface Emitter {
  on(event: string, listener: (...args: never[]) => void): this;
}

interface SftpSide extends Emitter {
  handle(id: number, handle: Buffer): void;
  status(id: number, code: number): void;
  name(id: number, names: readonly object[]): void;
  attrs(id: number, attrs: object): void;
  data(id: number, data: Buffer): void;
}

interface Ssh2 {
  readonly Server: new (
    options: { readonly hostKeys: readonly string[] },
    connected: (client: Emitter) => void,
  ) => Emitter & {
    listen(port: number, host: string, ready: () => void): void;
    address(): AddressInfo;
    close(): void;
  };
  readonly utils: {
    generateKeyPairSync(type: 'ed25519'): HostKey;
    parseKey(text: string): object | Error;
  };
}

interface HostKey {
  readonly private: string;
  readonly public: string;
}

/** A key that ssh2 can read again: some of those that it makes it cannot, one in a few hundred. */
function hostKey({ generateKeyPairSync, parseKey }: Ssh2['utils']): HostKey {
  for (;;) {
    const key = generateKeyPairSync('ed25519');
    if (!(parseKey(key.private) instanceof Error)) return key;
  }
}

export async function scriptServer(script: Script): Promise<ScriptServer> {
  const own = createRequire(import.meta.url);
  const { Server, utils } = createRequire(own.resolve('ssh2-sftp-client'))('ssh2') as Ssh2;
  const key = hostKey(utils);
  const tried: string[] = [];
  const clients = new Set<{ end(): void }>();
  const server = new Server({ hostKeys: [key.private] }, (client) => {
    clients.add(client as Emitter & { end(): void });
    client.on('error', () => undefined);
    client.on('authentication', (login: Login) => logIn(script, login, tried));
    client.on('session', (accept: () => Emitter) => {
      accept().on('sftp', (open: () => SftpSide, refuse: () => void) => {
        if (script.hasSftp === false) refuse();
        else serve(script, open());
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    hostKey: Buffer.from(key.public.split(' ')[1] ?? '', 'base64'),
    tried,
    end: () => {
      for (const client of clients) client.end();
      server.close();
    },
  };
}

function logIn({ admits, questions = [], methods = ['password'] }: Script, login: Login, tried: string[]): void {
  const decide = (shown: string) => {
    tried.push(`${login.method} ${shown}`);
    if (admits(login.method, shown)) login.accept();
    else login.reject(methods);
  };
  if (login.method === 'keyboard-interactive') login.prompt(questions, (answers) => decide(answers.join()));
  else decide(login.password ?? '');
}

function serve({ listing, file }: Script, sftp: SftpSide): void {
  const endOfFile = 1;
  const attrs = (size: number) => ({ mode: 0o100644, uid: 0, gid: 0, size, atime: 1, mtime: 1 });
  sftp.on('OPENDIR', (id: number) => sftp.handle(id, Buffer.from('d')));
  sftp.on('READDIR', (id: number) => {
    const names = listing?.();
    if (names === undefined) sftp.status(id, endOfFile);
    else
      sftp.name(
        id,
        names.map((filename) => ({ filename, longname: filename, attrs: attrs(1) })),
      );
  });
  sftp.on('OPEN', (id: number) => sftp.handle(id, Buffer.from('f')));
  sftp.on('FSTAT', (id: number) => sftp.attrs(id, attrs(file?.size ?? 0)));
  sftp.on('READ', (id: number, _handle: Buffer, offset: number, length: number) => {
    const piece = Buffer.from(file?.content ?? '').subarray(offset, offset + length);
    if (piece.length === 0) sftp.status(id, endOfFile);
    else sftp.data(id, piece);
  });
  sftp.on('CLOSE', (id: number) => sftp.status(id, 0));
}
