/** What was tried, line by line, and how it ended. */
export const report = {
  passed: 0,
  failed: 0,
  skipped: 0,

  /** Runs one thing and tells how it went. */
  async check(name: string, run: () => Promise<unknown>): Promise<void> {
    try {
      const found = await run();
      report.passed++;
      say('ok', name, typeof found === 'string' ? found : '');
    } catch (error) {
      report.failed++;
      say('FAILED', name, error instanceof Error ? error.message : String(error));
    }
  },

  /** Something that an engine is excepted from, and why. */
  skip(name: string, reason: string): void {
    report.skipped++;
    say('skipped', name, reason);
  },

  /** A figure that was measured. */
  figure(name: string, value: string): void {
    say('figure', name, value);
  },

  /** The last line; the exit code says whether all went well. */
  end(): number {
    process.stdout.write(`\n${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped\n`);
    return report.failed === 0 ? 0 : 1;
  },
};

function say(word: string, name: string, more: string): void {
  process.stdout.write(`${word.padEnd(8)} ${name}${more === '' ? '' : `: ${more}`}\n`);
}
