// A worker that may be killed: node worker.ts PORT CONNECTION LEDGER LATENCY DIES
import { serveLedger } from './serve-ledger.ts';

await serveLedger((dbos) => dbos);
