import { Hono } from 'hono';
import { z } from 'zod';
import { asked } from '../server/asked.ts';
import type { Tower } from '../server/tower.ts';
import type { TowerEnv } from '../server/user.ts';
import { cutOver } from './cut-over.ts';
import { listPartners } from './list-partners.ts';
import { onePartner } from './one-partner.ts';
import { outcomes } from './outcomes.ts';
import { outcomesCsv } from './outcomes-csv.ts';
import { periods } from './period.ts';

const period = z.object({ days: z.enum(periods).transform(Number) });

/** What the pages of partners, of a cut-over and of outcomes ask. */
export function insightApi({ database, journal, agreementOf, clock }: Tower) {
  return new Hono<TowerEnv>()
    .get('/partners', asked(period), async (context) =>
      context.json({ rows: await listPartners(database, clock(), context.req.valid('query').days) }),
    )
    .get('/partner', asked(period.extend({ id: z.string().max(600) })), async (context) => {
      const { id, days } = context.req.valid('query');
      const partner = await onePartner(database, id, clock(), days);
      return context.json({ ...partner, agreement: await agreementOf?.(id) });
    })
    .get('/cut-over', asked(period), async (context) =>
      context.json(await cutOver(database, clock(), context.req.valid('query').days)),
    )
    .get('/outcomes', asked(period), async (context) =>
      context.json(await outcomes(database, journal, clock(), context.req.valid('query').days)),
    )
    .get('/outcomes.csv', asked(period), async (context) => {
      const { days } = context.req.valid('query');
      context.header('Content-Type', 'text/csv; charset=utf-8');
      context.header('Content-Disposition', `attachment; filename="outcomes-${days}-days.csv"`);
      return context.body(outcomesCsv(await outcomes(database, journal, clock(), days)));
    });
}
