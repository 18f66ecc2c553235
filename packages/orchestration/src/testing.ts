export { given, type Story, type StoryEvent, type StoryOptions } from './testing/given.ts';
export {
  durability,
  type JournalContractOptions,
  type JournalContractTest,
  journalContract,
} from './testing/journal-contract.ts';
