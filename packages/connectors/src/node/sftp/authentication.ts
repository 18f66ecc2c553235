import type { SftpCredential } from './sftp-options.ts';

/** A method as ssh2 tries it. */
type Method =
  | { readonly type: 'publickey'; readonly username: string; readonly key: string; readonly passphrase?: string }
  | { readonly type: 'password'; readonly username: string; readonly password: string }
  | {
      readonly type: 'keyboard-interactive';
      readonly username: string;
      prompt(
        name: string,
        instructions: string,
        language: string,
        prompts: readonly unknown[],
        answer: (answers: string[]) => void,
      ): void;
    };

/** The credentials as methods of SSH, in their order. A password answers one question and no more (RFC 4256). */
export function authentication(username: string, credentials: readonly SftpCredential[]): Method[] {
  return credentials.flatMap((credential): Method[] => {
    if ('privateKey' in credential) {
      const { privateKey: key, passphrase } = credential;
      return [{ type: 'publickey', username, key, ...(passphrase === undefined ? {} : { passphrase }) }];
    }
    const { password } = credential;
    return [
      { type: 'password', username, password },
      {
        type: 'keyboard-interactive',
        username,
        prompt: (_name, _instructions, _language, prompts, answer) => answer(prompts.length === 1 ? [password] : []),
      },
    ];
  });
}

/** What must stand in no message. */
export function secretsOf(credentials: readonly SftpCredential[]): readonly string[] {
  return credentials.flatMap((credential) =>
    'password' in credential ? [credential.password] : [credential.privateKey, credential.passphrase ?? ''],
  );
}
