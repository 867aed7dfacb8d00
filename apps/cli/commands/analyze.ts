// The command `analyze`: what each account's model answers, with reasons.
import { InvalidArgumentError } from 'commander';
import type { AccountAnalysis, Question } from '../../../src/analysis/index.ts';
import { analyzeConflict, defaultQuestion, lint, sensitivityOf, whyOf } from '../../../src/analysis/index.ts';
import type { Account, Case, Concept, Conflict, StateIndex } from '../../../src/model/index.ts';
import { conflictOf, concepts as knownConcepts, stateName } from '../../../src/model/index.ts';
import type { AccountFindings } from '../../../src/report/index.ts';
import { caseJson, caseReport, listed, whyReport } from '../../../src/report/index.ts';
import { chooseAccounts } from '../choose-accounts.ts';
import { loadCase, printDiagnostics } from '../load-case.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface AnalyzeOptions {
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly concepts?: readonly Concept[];
  readonly sanctions: Question['sanctions'];
  readonly why?: readonly string[];
  readonly all?: true;
  readonly json?: true;
}

/** Several values, each given with the option's name or after a comma. */
export function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ];
}

export function parseConcepts(value: string): readonly Concept[] {
  const asked = collected(value).map((word) => (word.toLowerCase() === 'r' ? 'nash' : word.toLowerCase()));
  const unknown = asked.filter((word) => !(knownConcepts as readonly string[]).includes(word));
  if (unknown.length > 0 || asked.length === 0) {
    throw new InvalidArgumentError(`Known concepts are ${listed(knownConcepts)}; "R" reads as nash.`);
  }
  return [...new Set(asked)] as Concept[];
}

export const registerAnalyze: RegisterCommand = (program, terminal) => {
  program
    .command('analyze')
    .summary('say what follows from each account of a case, with reasons')
    .description(
      'Says, account by account, whether an agreement is possible, what is stable and why, and who blocks what.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--account <id>', 'only this account; may be given several times', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option(
      '--concepts <list>',
      'the concepts to judge by, the verdict by the first (default: seq, and the table shows all)',
      parseConcepts,
    )
    .option(
      '--sanctions <kind>',
      'how the others may answer: legal sequences, each once, or one single move',
      parseSanctions,
      'legal',
    )
    .option(
      '--why <state>',
      'explain one state, by its pattern (such as YNN), id or name, for each decision maker',
      collected,
    )
    .option('--all', 'list every state, however many there are')
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: AnalyzeOptions) => analyze(path, options, terminal));
};

function parseSanctions(value: string): Question['sanctions'] {
  if (value === 'legal' || value === 'once' || value === 'single') return value;
  throw new InvalidArgumentError('It is one of legal, once and single.');
}

function analyze(path: string, options: AnalyzeOptions, terminal: Terminal): void {
  const loaded = loadCase(path, terminal);
  if (loaded === undefined) return;
  const accounts = chooseAccounts(loaded.value, options, terminal);
  if (accounts === undefined) return;
  const conflicts = buildConflicts(accounts, new Map([[loaded.path, loaded.text]]), terminal);
  if (conflicts === undefined) return;
  const question: Question = {
    concepts: options.concepts ?? defaultQuestion.concepts,
    sanctions: options.sanctions,
  };
  const states =
    options.why === undefined
      ? undefined
      : conflicts.map((conflict) => findStates(conflict, options.why ?? []));
  if (states !== undefined && !reportUnknownStates(options.why ?? [], conflicts, states, terminal)) return;
  const findings = conflicts.map((conflict, index) =>
    findingsOf(conflict, question, terminal, states?.[index]),
  );
  if (options.json === true) {
    for (const piece of caseJson(loaded.value.title, findings, options.all === true)) terminal.out(piece);
  } else {
    terminal.out(
      renderText(documentOf(loaded.value, findings, options), {
        columns: terminal.columns,
        colour: terminal.colour.out,
      }),
    );
  }
}

function documentOf(
  value: Case,
  findings: readonly AccountFindings[],
  options: AnalyzeOptions,
): ReturnType<typeof caseReport> {
  return options.why === undefined
    ? caseReport(value, findings, options.all === true)
    : findings.filter(({ why = [] }) => why.length > 0).flatMap((each) => whyReport(value, each));
}

/** The conflicts of some accounts; nothing after errors, which have been printed, all of them. */
export function buildConflicts(
  accounts: readonly Account[],
  texts: ReadonlyMap<string, string>,
  terminal: Terminal,
): readonly Conflict[] | undefined {
  const built = accounts.map((account) => conflictOf(account));
  printDiagnostics(
    built.flatMap(({ diagnostics }) => diagnostics),
    texts,
    terminal,
  );
  const conflicts = built.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (conflicts.length === accounts.length) return conflicts;
  terminal.setExitCode(exit.problems);
  return undefined;
}

/** Everything that is found about one account. */
export function findingsOf(
  conflict: Conflict,
  question: Question,
  terminal: Terminal,
  states: readonly StateIndex[] = [],
): AccountFindings {
  const analysis = analyzeConflict(conflict, question, terminal.watch);
  const sensitivity = sensitivityOf(analysis, undefined, terminal.watch);
  const why = states.flatMap((s) => whyAll(analysis, s));
  return { analysis, sensitivity, warnings: lint(analysis), ...(why.length > 0 ? { why } : {}) };
}

function whyAll(analysis: AccountAnalysis, s: StateIndex): NonNullable<AccountFindings['why']> {
  const { conflict, stability, question } = analysis;
  return conflict.account.decisionMakers.flatMap((_, dm) =>
    question.concepts.map((concept) => whyOf(conflict, stability, concept, dm, s)),
  );
}

/** The states that people name by pattern, id or name. */
function findStates(conflict: Conflict, wanted: readonly string[]): readonly StateIndex[] {
  return wanted.flatMap((word) => {
    for (let s = 0; s < conflict.size; s += 1) if (stateName(conflict, s) === word) return [s];
    const id = /^\d+$/.test(word) ? Number(word) : 0;
    return conflict.space !== undefined && id >= 1 && id <= conflict.size ? [id - 1] : [];
  });
}

function reportUnknownStates(
  wanted: readonly string[],
  conflicts: readonly Conflict[],
  found: readonly (readonly StateIndex[])[],
  terminal: Terminal,
): boolean {
  if (found.some((states) => states.length > 0)) return true;
  terminal.err(`No account has a feasible state ${listed(wanted, 'or')}.\n`);
  for (const { account, size } of conflicts) {
    const options = account.options.map(({ key }) => key);
    const form =
      options.length === 0
        ? 'names of states'
        : `patterns of ${options.length} letters Y or N for ${listed(options)}`;
    terminal.err(`  ${account.id}: ${form}, or an id from 1 to ${size}\n`);
  }
  terminal.setExitCode(exit.usage);
  return false;
}
