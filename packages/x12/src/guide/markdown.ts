/** Writes Markdown of texts that come from a guide: what they hold is never read as a mark. */
export const markdown = { text, code, block, table };

/** Text for a cell or a line, on one line. */
function text(plain: string): string {
  return plain
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|<>*_`[\]#~]/g, (mark) => `\\${mark}`);
}

/** Text to be read character by character. */
function code(plain: string): string {
  const line = plain.replace(/[\r\n\t]/g, ' ').replaceAll('|', '\\|');
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** Lines of text as they are. */
function block(plain: string): string {
  const longest = Math.max(2, ...Array.from(plain.matchAll(/`+/g), ([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${plain.trimEnd()}\n${fence}`;
}

/** A table of cells that are Markdown already. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
