import { readFileSync } from 'node:fs';

/**
 * Most bytes of memory that this process has taken so far, all of Node included (peak resident set). Linux: VmHWM, because
 * what the system reports as ru_maxrss starts with the memory of the process that started this one.
 */
export function peakMemory() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
}
