import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clock } from '../clock.ts';
import { erpRoutes } from './erp-routes.ts';
import { httpServer } from './http-server.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { readMaster } from './master.ts';
import { orders } from './orders.ts';
import type { Settings } from './settings.ts';
import { readShopOrders } from './shop-orders.ts';
import { shopRoutes } from './shop-routes.ts';
import { shopStandIn } from './shop-stand-in.ts';
import { standIn } from './stand-in.ts';
import { wheel } from './wheel.ts';

/** Both servers, listening on this machine only. */
export interface OpenCounterparties {
  /** Base URLs. */
  readonly erp: string;
  readonly shop: string;
  close(): Promise<void>;
}

/** Opens the ledger, takes up the orders where they stood, and listens. */
export async function openCounterparties(settings: Settings): Promise<OpenCounterparties> {
  const master = readMaster(settings.master);
  const ledger = openLedger(settings.directory, master.stock);
  const turning = wheel({ ledger, master, now: clock, step: settings.step });
  const book = orders({ ...settings, ledger, master, now: clock, onNew: () => turning.start() });
  const other = await standIn(settings);
  const erp = other?.server ?? httpServer(erpRoutes(ledger, book), settings.delay);
  const known = readShopOrders(settings.samples);
  const shop =
    (await shopStandIn(settings)) ?? httpServer(shopRoutes({ ledger, orders: known, now: clock }), settings.delay);
  const ports = await listenBoth(ledger, erp, shop, settings.port);
  turning.start();
  return {
    erp: `http://127.0.0.1:${ports.erp}`,
    shop: `http://127.0.0.1:${ports.shop}`,
    async close() {
      turning.stop();
      other?.stop();
      await Promise.all([erp, shop].map(closeServer));
      ledger.close();
    },
  };
}

interface Ports {
  readonly erp: number;
  readonly shop: number;
}

/** With a port it is a restart: the shop, too, is where it was, because others have its address. */
async function listenBoth(ledger: Ledger, erp: Server, shop: Server, port: number): Promise<Ports> {
  const before = ledger.row<{ port: number }>("SELECT port FROM ports WHERE name = 'shop'")?.port ?? 0;
  const ports = { erp: await listen(erp, port), shop: await listen(shop, port === 0 ? 0 : before) };
  if (ports.shop !== before)
    ledger.transaction(() =>
      ledger.run(
        "INSERT INTO ports (name, port) VALUES ('shop', ?) ON CONFLICT (name) DO UPDATE SET port = excluded.port",
        ports.shop,
      ),
    );
  return ports;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
