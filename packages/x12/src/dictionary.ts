export type {
  DictionaryElement,
  DictionaryElementUse,
  DictionaryJson,
  DictionaryLoop,
  DictionaryNode,
  DictionaryPlace,
  DictionarySegment,
  DictionarySet,
} from './dictionary/dictionary-json.ts';
export { type ReadDictionaryOptions, readDictionary } from './dictionary/read-dictionary.ts';
