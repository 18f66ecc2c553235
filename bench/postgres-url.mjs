/** A server that is reached by a socket in a folder, as a URL. */
export function postgresUrl({ host, user, database }) {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
}
