export { type DocumentName, jsonSchema, jsonSchemas } from './json-schema/json-schema.ts';
