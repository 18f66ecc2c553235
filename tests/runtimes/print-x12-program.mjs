// The program in a runtime with a command line: prints its result, and how many names each entry given as an argument exports.
import { runProgram } from './x12-program.mjs';

const result = await runProgram();
const names = {};
for (const entry of process.argv.slice(2)) names[entry] = Object.keys(await import(entry)).length;
process.stdout.write(JSON.stringify({ result, names }));
