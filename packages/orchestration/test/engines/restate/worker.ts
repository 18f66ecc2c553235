// A worker that may be killed: node worker.ts PORT LEDGER LATENCY DIES
import { serveLedger } from './serve-ledger.ts';

await serveLedger((sdk) => sdk);
