/** The address of the database that the environment names. Throws how to get one where it names none. */
export function databaseUrl({ DATABASE_URL: url = '' }: Readonly<Record<string, string | undefined>>): string {
  if (url !== '') return url;
  throw new Error(
    'DATABASE_URL names no database. One in a container: docker run --rm -d -e POSTGRES_PASSWORD=sample -p 5432:5432 postgres, then DATABASE_URL=postgresql://postgres:sample@127.0.0.1:5432/postgres',
  );
}
