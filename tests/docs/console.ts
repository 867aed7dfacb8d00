// Runs what a `console` block shows, and compares what it prints, line by line, with what the block says.
import { impasse } from '../support/impasse.ts';

/** A command of a block, and the lines below it. A line `...` stands for any lines, or none. */
export interface Shown {
  readonly command: string;
  readonly lines: readonly string[];
}

/** The commands of a block: each line that begins with `$ `. */
export function commandsIn(lines: readonly string[]): readonly Shown[] {
  const found: { command: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) found.push({ command: line.slice(2), lines: [] });
    else if (found.length > 0) found.at(-1)?.lines.push(line);
    else throw new Error(`a console block begins with a command, not with: ${line}`);
  }
  return found;
}

/** Runs commands one after another; `echo $?` prints the exit code of the one before. */
export async function runAll(commands: readonly Shown[]): Promise<readonly (readonly string[])[]> {
  const printed: (readonly string[])[] = [];
  let code = 0;
  for (const { command } of commands) {
    if (command === 'echo $?') {
      printed.push([String(code)]);
      continue;
    }
    let output = '';
    const keep = (text: string): void => {
      output += text;
    };
    const run = await impasse(argumentsOf(command), {
      out: keep,
      err: keep,
      setExitCode: (next) => {
        code = next;
      },
    });
    code = Math.max(run.code, code);
    printed.push(linesOf(output));
  }
  return printed;
}

/** The lines of a text without empty ones at its ends. */
function linesOf(text: string): readonly string[] {
  return text.replace(/^\n+|\s+$/g, '').split('\n');
}

/** What the command line gets of a shell line that calls it. */
export function argumentsOf(command: string): readonly string[] {
  if (command === 'npm start') return ['analyze', 'cases/ukraine-2022'];
  const rest = /^(?:npm run -s impasse -- |impasse )(.*)$/.exec(command)?.[1];
  if (rest === undefined) throw new Error(`this command cannot be run in a test: ${command}`);
  return [...rest.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

/** Does the output match, `...` standing for any lines? */
export function matches(shown: readonly string[], output: readonly string[]): boolean {
  const place = shown.indexOf('...');
  if (place < 0) return shown.length === output.length && shown.every((line, at) => line === output[at]);
  if (!shown.slice(0, place).every((line, at) => line === output[at])) return false;
  const rest = shown.slice(place + 1);
  for (let from = place; from <= output.length; from += 1) if (matches(rest, output.slice(from))) return true;
  return false;
}

/**
 * What the block should show of the output: each stretch between two `...` begins at the line at which it began and is
 * as long as it was.
 */
export function renewed(shown: readonly string[], output: readonly string[]): readonly string[] {
  const stretches: string[][] = [[]];
  for (const line of shown) {
    if (line === '...') stretches.push([]);
    else stretches.at(-1)?.push(line);
  }
  if (stretches.length === 1) return output;
  let from = 0;
  return stretches.flatMap((stretch, index) => {
    const isLast = index === stretches.length - 1;
    const mark = index === 0 ? [] : ['...'];
    if (stretch.length === 0) return mark;
    const start = index === 0 ? 0 : output.indexOf(stretch[0] as string, from);
    if (start < 0)
      throw new Error(`the output no longer has the line "${stretch[0]}": mend the page by hand`);
    from = isLast ? output.length : start + stretch.length;
    return [...mark, ...output.slice(start, from)];
  });
}
