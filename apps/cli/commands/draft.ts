// The command `draft`: accounts from the coded statements of a case, with what follows and what to ask next.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { analyzeConflict, openOrders } from '../../../src/analysis/index.ts';
import { hasErrors } from '../../../src/base/index.ts';
import type { CaseFrame, Draft, DraftSource, FrameAccount, Statement } from '../../../src/evidence/index.ts';
import { draftAccounts, draftChanges, isFilled, readHeader } from '../../../src/evidence/index.ts';
import type { CaseOutline } from '../../../src/formats/index.ts';
import { editCase, outlineCase, readCase } from '../../../src/formats/index.ts';
import type { BarKind, Case } from '../../../src/model/index.ts';
import { conflictOf } from '../../../src/model/index.ts';
import type { DraftFindings } from '../../../src/report/index.ts';
import { draftReport, listed } from '../../../src/report/index.ts';
import type { StatementFile } from '../case-evidence.ts';
import { statementFiles } from '../case-evidence.ts';
import { printDiagnostics, readText } from '../load-case.ts';
import { caseCodebook } from '../load-codebook.ts';
import { renderText } from '../render-text.ts';
import { ChangedMeanwhile, replaceFile } from '../replace-file.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

type Status = 'accepted' | 'suggested' | 'all';

/** "For this decision maker the one matters more than the other", in one account or in all. */
interface Answer {
  readonly given: string;
  readonly account?: string;
  readonly decisionMaker: string;
  readonly above: string;
  readonly below: string;
}

interface DraftOptions {
  readonly codebook?: string;
  readonly status: Status;
  readonly answer?: readonly Answer[];
  readonly bar?: ReadonlyMap<string, BarKind>;
  readonly write?: true;
  readonly yaml?: true;
  readonly json?: true;
}

export const registerDraft: RegisterCommand = (program, terminal) => {
  program
    .command('draft')
    .summary('draft an account from the coded statements of a case')
    .description(
      'Makes accounts of the statements that lie beside a case, one for each author: options, preferences with their sentences, and no order that nobody stated. Asks the one question of order that decides most.',
    )
    .argument('<case>', 'a case file, or a folder with case.yaml, statements/ and codebook.yaml')
    .option('--codebook <file>', 'actors and concepts (default: codebook.yaml beside the case)')
    .option('--status <which>', 'the statements to use: accepted, suggested or all', parseStatus, 'accepted')
    .option(
      '--answer <which>',
      'which of two statements matters more, as [ACCOUNT/]DM:A>B; A and B are numbers or formulas of its list; may be given several times',
      parseAnswer,
    )
    .option(
      '--bar <choice>',
      'make a statement an infeasibility, as STATEMENT=KIND, of kind logical, physical, legal or assumed; may be given several times',
      parseBar,
    )
    .option('--write', 'put the draft into the case file; comments and everything else stay')
    .option('--yaml', 'print the whole case with the draft in it')
    .option('--json', 'print JSON')
    .action((path: string, options: DraftOptions) => draft(path, options, terminal));
};

export function parseStatus(value: string): Status {
  if (value === 'accepted' || value === 'suggested' || value === 'all') return value;
  throw new InvalidArgumentError('It is one of accepted, suggested and all.');
}

function parseAnswer(value: string, before: readonly Answer[] = []): readonly Answer[] {
  const [, account, decisionMaker = '', above = '', below = ''] =
    /^(?:([^/:]+)\/)?([^/:]+):\s*(.+?)\s*>\s*(.+?)\s*$/.exec(value) ?? [];
  if (decisionMaker === '') throw new InvalidArgumentError('It has the form DM:A>B, such as north:2>1.');
  return [
    ...before,
    { given: value, decisionMaker, above, below, ...(account === undefined ? {} : { account }) },
  ];
}

const kinds: readonly BarKind[] = ['logical', 'physical', 'legal', 'assumed'];

function parseBar(
  value: string,
  before: ReadonlyMap<string, BarKind> = new Map(),
): ReadonlyMap<string, BarKind> {
  const cut = value.lastIndexOf('=');
  const kind = kinds.find((each) => each === value.slice(cut + 1));
  if (cut < 1 || kind === undefined)
    throw new InvalidArgumentError(`It has the form STATEMENT=KIND; kinds are ${listed(kinds)}.`);
  return new Map([...before, [value.slice(0, cut), kind]]);
}

function draft(path: string, options: DraftOptions, terminal: Terminal): void {
  const fail = (text: string, code: number = exit.problems): void => {
    terminal.err(`${text}\n`);
    terminal.setExitCode(code);
  };
  const read = readText(path, terminal);
  const codebook = read && caseCodebook(read.path, options.codebook, terminal);
  if (read === undefined || codebook === undefined) {
    terminal.setExitCode(exit.problems);
    return;
  }
  const files = statementFiles(read.path, terminal.cwd);
  if (!checkStatements(files, terminal)) return;
  const all = files.flatMap(({ statements }) => statements);
  const statements = all.filter(({ status }) => isWanted(status, options.status));
  if (statements.length === 0) {
    fail(nothingToDraft(all, options.status));
    return;
  }
  const unknown = [...(options.bar ?? new Map()).keys()].filter(
    (id) => !statements.some((each) => each.id === id),
  );
  if (unknown.length > 0) {
    fail(`There is no statement ${listed(unknown, 'or')} among those used.`, exit.usage);
    return;
  }
  const outline = outlineCase(read.text);
  const sources = sourcesOf(outline, statements, read.path, terminal.cwd);
  const input = {
    sources,
    statements,
    codebook,
    ...(options.bar === undefined ? {} : { bars: options.bar }),
  };
  const frame: CaseFrame = { ...outline, sources: outline.sources.map(({ id }) => id) };
  const first = draftAccounts({ ...input, frame });
  const answered = withAnswers(frame, first, options.answer ?? []);
  if ('unknown' in answered) {
    fail(answered.unknown, exit.usage);
    return;
  }
  const drafted = answered.frame === frame ? first : draftAccounts({ ...input, frame: answered.frame });
  if (!drafted.accounts.some(isFilled)) {
    fail(nothingDrafted(drafted));
    return;
  }
  const edited = editCase(read.text, draftChanges(drafted, frame, sources), read.path);
  const texts = new Map([[read.path, read.text]]);
  printDiagnostics(edited.diagnostics, texts, terminal);
  if (edited.value === undefined) {
    terminal.setExitCode(exit.problems);
    return;
  }
  const made = readCase(edited.value, { uri: read.path, statements: all.map(({ id }) => id) });
  const problems = made.diagnostics.filter(({ severity }) => severity === 'error');
  printDiagnostics(problems, new Map([[read.path, edited.value]]), terminal);
  if (made.value === undefined) {
    fail(`${read.path}: the case with the draft in it cannot be read.`);
    return;
  }
  const findings = findingsOf(made.value, drafted, terminal);
  if (findings.length < drafted.accounts.filter(isFilled).length) {
    fail(`${read.path}: the draft cannot be analysed as it stands, and is not written.`);
    return;
  }
  if (options.write === true && !write(read, edited.value, terminal)) return;
  if (options.yaml === true) {
    terminal.out(edited.value);
    return;
  }
  if (options.json === true) {
    terminal.out(json(made.value, drafted, findings, edited.value));
    return;
  }
  terminal.out(
    renderText(draftReport(made.value.title, drafted, findings, statements), {
      columns: terminal.columns,
      colour: terminal.colour.out,
    }),
  );
}

function checkStatements(files: readonly StatementFile[], terminal: Terminal): boolean {
  const diagnostics = files.flatMap((file) => file.diagnostics);
  printDiagnostics(diagnostics, new Map(files.map(({ path, text }) => [path, text])), terminal);
  if (!hasErrors(diagnostics)) return true;
  terminal.setExitCode(exit.problems);
  return false;
}

function isWanted(status: Statement['status'], asked: Status): boolean {
  if (status === 'rejected') return false;
  const isAccepted = status === 'accepted' || status === 'adjudicated';
  return asked === 'all' || isAccepted === (asked === 'accepted');
}

function nothingToDraft(all: readonly Statement[], asked: Status): string {
  if (all.length === 0)
    return 'There are no statements beside this case: they lie in statements/*.jsonl of its folder.';
  const advice =
    asked === 'accepted' ? ' `impasse review` accepts them; --status all uses them as they are.' : '';
  return `None of the ${all.length} statements beside this case is ${asked === 'all' ? 'left' : asked}.${advice}`;
}

function nothingDrafted({ accounts, unused }: Draft): string {
  const reasons = [
    ...unused.map(({ says }) => says),
    ...accounts.flatMap(({ leftOut }) => leftOut.map(({ statement, says }) => `${statement}: ${says}`)),
  ];
  const shown = reasons.slice(0, 20).map((reason) => `  ${reason}`);
  const more = reasons.length > 20 ? [`  and ${reasons.length - 20} more`] : [];
  return [
    'No statement could be made a preference, so nothing was drafted. An option belongs to whoever has it under `decisionMakers` of the case, or is `DM.OPTION` in the codebook.',
    ...shown,
    ...more,
  ].join('\n');
}

/** What the case says of the documents, else what these say of themselves. */
function sourcesOf(
  { sources }: CaseOutline,
  statements: readonly Statement[],
  path: string,
  cwd: string,
): readonly DraftSource[] {
  return [...new Set(statements.map(({ document }) => document))].map((id) => {
    const known = sources.find((source) => source.id === id);
    return { ...headerOf(join(dirname(path), 'documents', id), cwd), ...known, id };
  });
}

function headerOf(stem: string, cwd: string): Omit<DraftSource, 'id'> {
  for (const extension of ['.txt', '.md'])
    try {
      const text = readFileSync(resolve(cwd, `${stem}${extension}`), 'utf8');
      return readHeader(text.replace(/^\uFEFF/, ''), extension === '.md').metadata;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  return {};
}

/** The frame with the answers in it; numbers stand for the statements of the draft without them. */
function withAnswers(
  frame: CaseFrame,
  { accounts }: Draft,
  answers: readonly Answer[],
): { readonly frame: CaseFrame } | { readonly unknown: string } {
  const known = new Map((frame.accounts ?? []).map((account) => [account.id, account]));
  for (const { given, account: asked, decisionMaker, above, below } of answers) {
    let isUsed = false;
    for (const account of accounts) {
      if (asked !== undefined && asked !== account.id) continue;
      const own = account.premises.filter((premise) => premise.decisionMaker === decisionMaker);
      const isOnly = accounts.every(
        (other) =>
          other === account || other.premises.every((premise) => premise.decisionMaker !== decisionMaker),
      );
      // A number says nothing where several accounts have a list for this decision maker.
      const textOf = (name: string): string | undefined =>
        own.find(({ text }) => text === name)?.text ??
        (/^\d+$/.test(name) && (asked !== undefined || isOnly) ? own[Number(name) - 1]?.text : undefined);
      const pair = [textOf(above), textOf(below)] as const;
      if (pair[0] === undefined || pair[1] === undefined || pair[0] === pair[1]) continue;
      isUsed = true;
      const old: FrameAccount = known.get(account.id) ?? { id: account.id, values: {}, before: {} };
      const pairs = [...(old.before[decisionMaker] ?? []), [pair[0], pair[1]] as const];
      known.set(account.id, { ...old, before: { ...old.before, [decisionMaker]: pairs } });
    }
    if (!isUsed) {
      const lists = accounts.flatMap((account) =>
        account.premises.map((premise) => `${account.id}/${premise.decisionMaker}: ${premise.text}`),
      );
      return {
        unknown: `--answer ${given}: no account has these two statements. There are:\n  ${lists.join('\n  ')}`,
      };
    }
  }
  return { frame: answers.length === 0 ? frame : { ...frame, accounts: [...known.values()] } };
}

/** What each drafted account comes to; one that cannot be built has said why. */
function findingsOf({ accounts }: Case, drafted: Draft, terminal: Terminal): readonly DraftFindings[] {
  return drafted.accounts.flatMap(({ id }): readonly DraftFindings[] => {
    const account = accounts.find((each) => each.id === id);
    if (account === undefined) return [];
    const { value: conflict, diagnostics } = conflictOf(account);
    printDiagnostics(diagnostics, new Map(), terminal);
    if (conflict === undefined) {
      terminal.setExitCode(exit.problems);
      return [];
    }
    const decisionMakers = account.decisionMakers.map((dm) => dm.id);
    const orders = openOrders(conflict, 'seq', undefined, undefined, terminal.watch);
    if (orders !== undefined) return [{ account: id, decisionMakers, orders }];
    const question = { concepts: ['seq'], sanctions: 'legal' } as const;
    const { verdict } = analyzeConflict(conflict, question, terminal.watch);
    return [{ account: id, decisionMakers, verdict: verdict.code }];
  });
}

function write(
  { path, text }: { readonly path: string; readonly text: string },
  next: string,
  terminal: Terminal,
): boolean {
  try {
    replaceFile(resolve(terminal.cwd, path), text, next);
    terminal.err(next === text ? `${path} holds this draft already.\n` : `Written to ${path}.\n`);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!(error instanceof ChangedMeanwhile) && code === undefined) throw error;
    const why =
      error instanceof ChangedMeanwhile
        ? 'it was changed meanwhile, and nothing is written over it: run the command again'
        : `it cannot be written (${code})`;
    terminal.err(`${path}: ${why}\n`);
    terminal.setExitCode(exit.problems);
    return false;
  }
}

function json({ title }: Case, drafted: Draft, findings: readonly DraftFindings[], text: string): string {
  const accounts = drafted.accounts.map((account) => {
    const { orders: known, ...rest } = account;
    const found = findings.find((each) => each.account === account.id);
    const own = (dm: string | undefined): readonly string[] =>
      account.premises.filter(({ decisionMaker }) => decisionMaker === dm).map((premise) => premise.text);
    const asked = found?.orders?.question;
    const dm = asked && found?.decisionMakers[asked.decisionMaker];
    return {
      ...rest,
      known,
      ...(found?.verdict === undefined ? {} : { verdict: { code: found.verdict } }),
      ...(found?.orders === undefined
        ? {}
        : {
            orders: {
              ...found.orders,
              question: asked && {
                ...asked,
                decisionMaker: dm,
                statements: asked.pair.map((place) => own(dm)[place]),
              },
            },
          }),
    };
  });
  return `${JSON.stringify({ impasse: 1, case: title, ...drafted, accounts, text }, null, 1)}\n`;
}
