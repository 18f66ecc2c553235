// npm --silent --prefix examples/map-a-partner start -- PLACE…: a partner's map both ways, and which rule made a value.
import { join } from 'node:path';
import { showMap } from './show-map.ts';

const places = process.argv.slice(2);
showMap(join(import.meta.dirname, '..'), places, (line) => process.stdout.write(`${line}\n`));
