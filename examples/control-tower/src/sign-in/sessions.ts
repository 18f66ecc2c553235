import { createHash, randomBytes } from 'node:crypto';
import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { User, Visitor } from '../server/user.ts';

/** How long a session lasts, in minutes. */
export interface SessionTimes {
  /** Without anybody doing something. */
  readonly idle: number;
  /** At the longest. */
  readonly longest: number;
}

const usualTimes: SessionTimes = { idle: 30, longest: 8 * 60 };

/** Who is signed in. */
export interface Sessions {
  /** Begins one, with an id that nobody had before; answers the id. */
  begin(user: User, idToken: string): Promise<string>;
  /** Whose session an id is; `isActive` says that a person does something, which keeps it from ending. */
  find(id: string, isActive: boolean): Promise<Visitor | undefined>;
  /** Ends one; answers the token of the provider, `undefined` where there was none. */
  end(id: string): Promise<string | undefined>;
  /** Ends those whose time is over, and tells who listens, also of those that another tower has ended. */
  sweep(): Promise<void>;
}

/**
 * Sessions in the tower's database rather than sealed in a cookie: a session that was ended is over at once, on every tower
 * of that database, and no key has to be kept.
 */
export function createSessions(
  database: TowerDatabase,
  clock: () => string,
  times: SessionTimes = usualTimes,
): Sessions {
  const heard = new Map<string, AbortController>();
  const ago = (minutes: number) => new Date(Date.parse(clock()) - minutes * 60_000).toISOString();
  const tell = (hash: string) => {
    heard.get(hash)?.abort();
    heard.delete(hash);
  };
  const drop = async (hash: string) => {
    const dropped = database.deleteFrom('sessions').where('id_hash', '=', hash).returning('id_token');
    const row = await dropped.executeTakeFirst();
    tell(hash);
    return row?.id_token;
  };
  return {
    async begin({ id: user_id, name, role }, id_token) {
      const id = randomBytes(32).toString('base64url');
      const at = clock();
      const row = { id_hash: hashOf(id), user_id, name, role, began_at: at, seen_at: at, id_token };
      await database.insertInto('sessions').values(row).execute();
      return id;
    },
    async find(id, isActive) {
      if (!/^[\w-]{43}$/.test(id)) return undefined;
      const hash = hashOf(id);
      const row = await database.selectFrom('sessions').selectAll().where('id_hash', '=', hash).executeTakeFirst();
      if (row === undefined || row.began_at <= ago(times.longest) || row.seen_at <= ago(times.idle)) {
        if (row !== undefined) await drop(hash);
        return undefined;
      }
      if (isActive && row.seen_at <= ago(1))
        await database.updateTable('sessions').set({ seen_at: clock() }).where('id_hash', '=', hash).execute();
      const ended = heard.get(hash) ?? new AbortController();
      heard.set(hash, ended);
      return {
        user: { id: row.user_id, name: row.name, role: row.role },
        token: tokenOf(id),
        endsAt: new Date(Date.parse(row.began_at) + times.longest * 60_000).toISOString(),
        ended: ended.signal,
      };
    },
    end: (id) => drop(hashOf(id)),
    async sweep() {
      const isOver = database
        .deleteFrom('sessions')
        .where(({ eb, or }) => or([eb('began_at', '<=', ago(times.longest)), eb('seen_at', '<=', ago(times.idle))]));
      await isOver.execute();
      const asked = [...heard.keys()];
      for (let at = 0; at < asked.length; at += 500) {
        const some = asked.slice(at, at + 500);
        const rows = await database.selectFrom('sessions').select('id_hash').where('id_hash', 'in', some).execute();
        const left = new Set(rows.map(({ id_hash }) => id_hash));
        for (const hash of some) if (!left.has(hash)) tell(hash);
      }
    },
  };
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** What pages write with; it follows from the id, which only the browser has. */
function tokenOf(id: string): string {
  return createHash('sha256').update(`token of ${id}`).digest('base64url');
}
