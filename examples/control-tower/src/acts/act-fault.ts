/** Why an act is not tried or done, for the one who asked; with the status that it is answered with. */
export class ActFault extends Error {
  readonly status: 400 | 403 | 404 | 409;

  constructor(status: ActFault['status'], message: string) {
    super(message);
    this.status = status;
  }
}
