import { contender as whole } from './dist-x12.mjs';

/** `@dist/x12` writing interchanges whose segments a program made: plain objects, of which no byte is known. */
export const contender = {
  name: '@dist/x12, segments made',
  prepare: (bytes) =>
    whole.prepare(bytes).map((interchange) => ({
      ...interchange,
      groups: interchange.groups.map((group) => ({
        ...group,
        sets: group.sets.map((set) => ({ ...set, segments: set.segments.map(made) })),
      })),
    })),
  serialize: whole.serialize,
};

const made = ({ id, elements }) => ({
  id,
  elements: elements.map(({ repeats }) => ({ repeats: repeats.map((components) => [...components]) })),
});
