export { arbitraryDocument } from '../src/testing.ts';
