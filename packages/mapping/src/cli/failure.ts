/** Why a command can not do its work: how it was called, or a file that can not be read or written. Exit code 2. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
