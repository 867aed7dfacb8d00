// The command `review`: a queue of suggested statements in the terminal, decided one by one with single keys.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { nearest } from '../../../src/base/index.ts';
import type { Codebook, Patch, Statement } from '../../../src/evidence/index.ts';
import { changed, readHeader, unchanged } from '../../../src/evidence/index.ts';
import { statementFiles } from '../case-evidence.ts';
import type { Keyboard } from '../keyboard.ts';
import { printDiagnostics, readText } from '../load-case.ts';
import { caseCodebook } from '../load-codebook.ts';
import { ChangedMeanwhile } from '../replace-file.ts';
import { keyLine, stanceKeys, statementScreen } from '../review-screen.ts';
import { storeStatement } from '../statement-store.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';
import { parseStatus } from './draft.ts';

interface ReviewOptions {
  readonly codebook?: string;
  readonly status: 'accepted' | 'suggested' | 'all';
  readonly coder: string;
}

export const registerReview: RegisterCommand = (program, terminal) => {
  program
    .command('review')
    .summary('accept, edit or reject suggested statements, one by one')
    .description(
      'Shows the suggested statements of a case one after the other. Single keys accept, reject, edit and undo; every decision is written at once, with its history.',
    )
    .argument('<case>', 'a case file, or a folder with case.yaml and statements/')
    .option('--codebook <file>', 'actors and concepts (default: codebook.yaml beside the case)')
    .option(
      '--status <which>',
      'the statements to go through: suggested, accepted or all',
      parseStatus,
      'suggested',
    )
    .option('--coder <name>', 'who decides, for the history', 'person')
    .action((path: string, options: ReviewOptions) => review(path, options, terminal));
};

/** A statement of the queue and where it is kept. */
interface Entry {
  statement: Statement;
  readonly path: string;
}

async function review(path: string, options: ReviewOptions, terminal: Terminal): Promise<void> {
  const read = readText(path, terminal);
  const codebook = read && caseCodebook(read.path, options.codebook, terminal);
  if (read === undefined || codebook === undefined) {
    terminal.setExitCode(exit.problems);
    return;
  }
  const files = statementFiles(read.path, terminal.cwd);
  const diagnostics = files.flatMap((file) => file.diagnostics);
  printDiagnostics(diagnostics, new Map(files.map(({ path: file, text }) => [file, text])), terminal);
  const entries = files.flatMap(({ path: file, statements }) =>
    statements
      .filter(({ status }) => isAsked(status, options.status))
      .map((statement): Entry => ({ statement, path: resolve(terminal.cwd, file) })),
  );
  if (entries.length === 0) {
    const which = options.status === 'all' ? '' : `${options.status} `;
    terminal.err(`There are no ${which}statements beside this case.\n`);
    return;
  }
  const keyboard = terminal.keyboard?.();
  if (keyboard === undefined) {
    terminal.err('review works in a terminal only, since it reads single keys.\n');
    terminal.setExitCode(exit.usage);
    return;
  }
  try {
    await decide({
      entries,
      keyboard,
      codebook,
      bodies: bodiesOf(read.path, terminal.cwd),
      coder: options.coder,
      terminal,
    });
  } finally {
    keyboard.close();
  }
}

function isAsked(status: Statement['status'], asked: ReviewOptions['status']): boolean {
  if (asked === 'all') return true;
  return asked === 'suggested' ? status === 'suggested' : status === 'accepted' || status === 'adjudicated';
}

/** The bodies of the documents that lie beside a case; each is read once. */
function bodiesOf(path: string, cwd: string): (document: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const find = (id: string): string | undefined => {
    for (const extension of ['.txt', '.md'])
      try {
        const text = readFileSync(
          resolve(cwd, join(dirname(path), 'documents', `${id}${extension}`)),
          'utf8',
        );
        const plain = text.replace(/^\uFEFF/, '');
        return plain.slice(readHeader(plain, extension === '.md').offset);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      }
    return undefined;
  };
  return (id) => {
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id);
  };
}

interface Session {
  readonly entries: readonly Entry[];
  readonly keyboard: Keyboard;
  readonly codebook: Codebook;
  readonly bodies: (document: string) => string | undefined;
  readonly coder: string;
  readonly terminal: Terminal;
}

/** The queue itself.                                                                     Rules [REV1] to [REV5]. */
async function decide(session: Session): Promise<void> {
  const { entries, keyboard, codebook, bodies, terminal } = session;
  const done: number[] = [];
  const say = (text: string): void => terminal.out(`  ${text}\n`);
  let place = 0;
  const show = (): void => {
    const { statement } = entries[place] as Entry;
    terminal.out(statementScreen(statement, place, entries.length, bodies(statement.document), codebook));
  };
  const go = (step: number): void => {
    const next = place + step;
    if (next < 0 || next >= entries.length) {
      const open = entries.filter(({ statement }) => statement.status === 'suggested').length;
      say(
        `${next < 0 ? 'This is the first' : 'That was the last'}; ${open} of ${entries.length} still suggested. q quits.`,
      );
      return;
    }
    place = next;
    show();
  };
  const change = (patch: Patch): boolean => {
    const entry = entries[place] as Entry;
    const stamp = { at: new Date().toISOString(), by: session.coder };
    const next = changed(entry.statement, patch, stamp);
    if (next === entry.statement) return true;
    if (!store(entry, next, say)) return false;
    done.push(place);
    return true;
  };
  const edit = (patch: Patch | undefined): void => {
    if (patch !== undefined && change(patch)) show();
  };
  terminal.out(`${keyLine}\n`);
  show();
  for (;;) {
    const key = await keyboard.next();
    switch (key) {
      case 'a':
      case 'r': {
        const status = key === 'a' ? 'accepted' : 'rejected';
        if (change({ status })) {
          say(status);
          go(1);
        }
        break;
      }
      case 'n':
      case ' ':
      case 'return':
      case 'down':
        go(1);
        break;
      case 'p':
      case 'up':
        go(-1);
        break;
      case 'w':
        edit(await namesFrom('whose words', 'speaker', session));
        break;
      case 'h':
        edit(await namesFrom('whose stance', 'holder', session));
        break;
      case 'c':
        edit(await conceptFrom((entries[place] as Entry).statement, session));
        break;
      case 's': {
        say(
          'stance: 1 strongly against, 2 against, 3 neither, 4 for, 5 strongly for, c conditional, x not coded',
        );
        const stance = stanceKeys[await keyboard.next()];
        edit(stance === undefined ? undefined : { stance });
        break;
      }
      case 'u': {
        const last = done.pop() ?? place;
        const entry = entries[last] as Entry;
        const before = unchanged(entry.statement);
        if (before === entry.statement) say('there is nothing to undo here');
        else if (store(entry, before, say)) {
          place = last;
          say('undone');
          show();
        }
        break;
      }
      case '?':
        terminal.out(`${keyLine}\n`);
        break;
      case 'q':
      case 'quit':
        return;
    }
  }
}

/** Writes at once; where that fails, says why, and the statement stays as it was. */
function store(entry: Entry, next: Statement, say: (text: string) => void): boolean {
  try {
    if (storeStatement(entry.path, entry.statement, next)) {
      entry.statement = next;
      return true;
    }
    say('not written: this statement was changed by somebody else meanwhile; quit and start again to see it');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!(error instanceof ChangedMeanwhile) && code === undefined) throw error;
    say(
      error instanceof ChangedMeanwhile
        ? 'not written: the file is being changed; try again'
        : `not written (${code})`,
    );
  }
  return false;
}

/** A line typed key by key; nothing where it is given up. */
async function lineFrom(prompt: string, { keyboard, terminal }: Session): Promise<string | undefined> {
  terminal.out(`  ${prompt} (return confirms, escape leaves it): `);
  let line = '';
  for (;;) {
    const key = await keyboard.next();
    if (key === 'return' || key === 'enter') break;
    if (key === 'escape' || key === 'quit') {
      terminal.out('\n');
      return undefined;
    }
    if (key === 'backspace') {
      if (line !== '') terminal.out('\b \b');
      line = Array.from(line).slice(0, -1).join('');
    } else if (key === 'space' || Array.from(key).length === 1) {
      const letter = key === 'space' ? ' ' : key;
      terminal.out(letter);
      line += letter;
    }
  }
  terminal.out('\n');
  return line.trim();
}

async function namesFrom(
  prompt: string,
  field: 'speaker' | 'holder',
  session: Session,
): Promise<Patch | undefined> {
  const line = await lineFrom(`${prompt}, several with commas`, session);
  if (line === undefined) return undefined;
  const names = line
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const fold = (name: string): string => name.toLowerCase();
  const ids = names.map((name) => {
    const actor = session.codebook.actors.find((each) =>
      [each.id, each.name, ...each.aliases].some((one) => fold(one) === fold(name)),
    );
    return actor?.id ?? name;
  });
  return { [field]: ids };
}

/** An id or a name of the codebook, or a number of what was suggested; empty for none. */
async function conceptFrom(statement: Statement, session: Session): Promise<Patch | undefined> {
  const { concepts } = session.codebook;
  const guesses = statement.concepts.map(({ concept }) => concept);
  const hint =
    guesses.length === 0
      ? ''
      : `: ${guesses.map((guess, place) => `${place + 1} ${guess}`).join(', ')}; or an id`;
  const line = await lineFrom(`concept${hint}`, session);
  if (line === undefined) return undefined;
  if (line === '') return { concept: null };
  const found =
    (/^\d$/.test(line) ? guesses[Number(line) - 1] : undefined) ??
    concepts.find(({ id, name }) => id === line || name.toLowerCase() === line.toLowerCase())?.id;
  if (found !== undefined) return { concept: found };
  const near = nearest(
    line,
    concepts.map(({ id }) => id),
  );
  session.terminal.out(
    `  the codebook has no concept ${line}${near === undefined ? '' : `; is it ${near}?`}\n`,
  );
  return undefined;
}
