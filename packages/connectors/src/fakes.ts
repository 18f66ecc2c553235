export { fakeNetsuite } from './fakes/netsuite/fake-netsuite.ts';
export { fakeS4hana } from './fakes/s4hana/fake-s4hana.ts';
