// SAP's own mock server for OData (`@sap-ux/fe-mockserver-core`) with services of S/4HANA: node sap-server.mjs PORT DATA EDMX...
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [port, data, ...files] = process.argv.slice(2);
const require = createRequire(join(fileURLToPath(new URL('.', import.meta.url)), 'install/package.json'));
const loaded = require('@sap-ux/fe-mockserver-core');
const MockServer = loaded.default ?? loaded;
const services = files.map((file) => {
  const name = basename(file, '.edmx');
  const mockdataPath = join(data, name);
  mkdirSync(mockdataPath, { recursive: true });
  return { urlPath: `/sap/opu/odata/sap/${name}`, metadataPath: file, mockdataPath, generateMockData: true };
});
const server = new MockServer({ services, annotations: [], plugins: [] });
await server.isReady;
const router = server.getRouter();
createServer((request, response) => {
  router(request, response, (error) => {
    response.statusCode = error ? 500 : 404;
    response.end(error ? String(error) : '');
  });
}).listen(Number(port), '127.0.0.1');
