// One process that does what it is asked: `node worker.mjs MODULE`, where the module exports `contender` or `jobs`. A message
// `{ job, options }` is answered by `{ answer }` or `{ fault }`.
import { pathToFileURL } from 'node:url';
import { contenderJobs } from './contender-jobs.mjs';

const module = await import(pathToFileURL(process.argv[2]));
const jobs = module.jobs ?? contenderJobs(module.contender);

process.on('message', async ({ job, options }) => {
  try {
    process.send({ answer: await jobs[job](options) });
  } catch (error) {
    process.send({ fault: error instanceof Error ? error.message : String(error) });
  }
});
process.send({ answer: 'ready' });
