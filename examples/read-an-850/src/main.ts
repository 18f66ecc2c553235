// npm --silent --prefix examples/read-an-850 start -- FILE: the orders of a file, and what is wrong with it.
import { readOrders } from './read-orders.ts';

const [path = 'samples/northfield.edi'] = process.argv.slice(2);
process.exitCode = readOrders(path, process.cwd(), (line) => process.stdout.write(`${line}\n`));
