/**
 * Where the site is published, with the slash at its end. It has no address yet: `.invalid` never leads anywhere. Commands and
 * JSON Schemas name it; after a change of it: `node scripts/gates.mjs --update generated`.
 */
export const documentationAddress = 'https://example.invalid/dist-sdk/';
