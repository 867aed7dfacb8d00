// The command `import`: a case file made of a file of another tool.
import { hasErrors } from '../../../src/base/index.ts';
import { importGmcr } from '../../../src/formats/index.ts';
import { printDiagnostics, readText } from '../load-case.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import { writeOutput } from '../write-output.ts';
import type { RegisterCommand } from './command.ts';

interface ImportOptions {
  readonly output?: string;
  readonly json?: true;
}

export const registerImport: RegisterCommand = (program, terminal) => {
  program
    .command('import')
    .summary('make a case file out of a file of another tool')
    .description(
      'Makes a case file out of a .gmcr file, as GMCR+ (gmcr-py) or gmcr-chrome-app saves it, and says what was not ' +
        'carried over and which results to expect to change.',
    )
    .argument('<file>', 'a .gmcr file')
    .option('-o, --output <file>', 'write the case to this new file in place of standard output')
    .option('--json', 'print JSON: the case as `yaml`, the notes and the diagnostics')
    .action((path: string, options: ImportOptions) => importFile(path, options, terminal));
};

function importFile(path: string, { output, json }: ImportOptions, terminal: Terminal): void {
  const read = readText(path, terminal);
  if (read === undefined || read.path !== path) {
    if (read !== undefined) terminal.err(`${path}: this is a folder; a .gmcr file is needed\n`);
    terminal.setExitCode(exit.problems);
    return;
  }
  const { value, diagnostics } = importGmcr(read.text, { uri: path });
  if (value === undefined || hasErrors(diagnostics)) terminal.setExitCode(exit.problems);
  if (json === true) {
    const found = {
      impasse: 1,
      valid: value !== undefined,
      yaml: value?.yaml ?? null,
      notes: value?.notes ?? [],
      diagnostics,
    };
    writeOutput(output, [`${JSON.stringify(found, null, 1)}\n`], terminal);
    return;
  }
  printDiagnostics(diagnostics, new Map([[path, read.text]]), terminal);
  for (const note of value?.notes ?? []) terminal.err(`note: ${note}\n`);
  if (value !== undefined) writeOutput(output, [value.yaml], terminal);
}
