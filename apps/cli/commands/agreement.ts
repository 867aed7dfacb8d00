// The command `agreement`: how far coders agree on spans, units and what they coded of them.
import { agreementOf } from '../../../src/evidence/index.ts';
import { agreementJson, agreementReport, listed } from '../../../src/report/index.ts';
import { openCodedCase } from '../coded-case.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface AgreementOptions {
  readonly coders?: readonly string[];
  readonly json?: true;
}

export const registerAgreement: RegisterCommand = (program, terminal) => {
  program
    .command('agreement')
    .summary('how far coders agree: spans, units, kinds, stances')
    .description(
      'Compares coders (persons, rules or models) on the documents that all of them coded: F1 of spans, unitizing alpha, and on the units that they share percent, Cohen, Fleiss and Krippendorff. Text that nobody coded never counts as agreement.',
    )
    .argument('<case>', 'a folder with statements/ and documents/, or the case file in it')
    .option('--coders <names>', 'two or more, parted by commas (default: all there are)', (value: string) =>
      value
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    .option('--json', 'print JSON')
    .action((path: string, options: AgreementOptions) => agreement(path, options, terminal));
};

async function agreement(
  path: string,
  { coders: asked, json }: AgreementOptions,
  terminal: Terminal,
): Promise<void> {
  const opened = await openCodedCase(path, terminal, true);
  if (opened === undefined) return;
  const known = [...new Set(opened.statements.map(({ coder }) => coder))].sort();
  const coders = [...new Set(asked ?? known)];
  const unknown = coders.filter((name) => !known.includes(name));
  if (coders.length < 2 || unknown.length > 0) {
    const there =
      known.length === 0 ? 'There are no statements.' : `There are statements of ${listed(known)}.`;
    const what =
      unknown.length > 0
        ? `Nothing is coded by ${listed(unknown, 'or')}.`
        : 'Two coders or more are compared.';
    terminal.err(`${what} ${there}\n`);
    terminal.setExitCode(exit.usage);
    return;
  }
  const bodies = new Map([...opened.documents].map(([id, { body }]) => [id, body]));
  const found = agreementOf(opened.statements, bodies, coders);
  terminal.out(
    json
      ? `${JSON.stringify(agreementJson(opened.title, found), null, 2)}\n`
      : renderText(agreementReport(found), { columns: terminal.columns, colour: terminal.colour.out }),
  );
}
