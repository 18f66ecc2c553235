import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Longer than the longest job, a gigabyte that is streamed, takes on a slow machine: who is silent then, hangs. */
const patience = 180_000;

/**
 * A process of its own for a contender or a set of jobs, so that none lives with the garbage, or the compiled code, of another.
 * `ask` gives its answer, or `{ fault }` when it failed, has ended, or hangs and is ended.
 */
export async function startWorker(module, flags = []) {
  const child = fork(join(import.meta.dirname, 'worker.mjs'), [join(import.meta.dirname, module)], {
    execArgv: flags,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint = (complaint + text).slice(-2000);
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({
    fault: errorIn(complaint) ?? `ended with ${code ?? signal}`,
  }));
  const answer = async () => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, patience);
    const [message] = await Promise.race([once(child, 'message'), ended.then((fault) => [fault])]);
    clearTimeout(timer);
    return isLate ? { fault: `no answer in ${patience / 1000} s` } : message;
  };
  const ready = await answer();
  return {
    fault: ready.fault,
    async ask(job, options = {}) {
      if (!child.connected) return ended;
      const answered = answer();
      child.send({ job, options });
      const { answer: value, fault } = await answered;
      return fault === undefined ? (value ?? {}) : { fault };
    },
    async end() {
      child.kill();
      await ended;
    },
  };
}

function errorIn(text) {
  return text.split('\n').find((line) => /error/i.test(line));
}
