// Writes the case file that a .gmcr model becomes, with what it does not say as comments where it would stand.
import type { Expression } from '../../model/index.ts';
import { printExpression } from '../../model/index.ts';
import { yamlComment, yamlList, yamlText } from './case-yaml.ts';
import type { GmcrFile } from './gmcr-file.ts';
import type { GmcrModel, ModelDecisionMaker } from './gmcr-model.ts';
import { cleanName } from './readable-ids.ts';

/**
 * The text of the case file, its notes as comments. Rule [GMC13].
 * @param uri - the last part names the conflict where the file does not
 */
export function gmcrCaseText(
  file: GmcrFile,
  model: GmcrModel,
  notes: readonly string[],
  uri: string,
): string {
  const base = uri.split(/[\\/]/).at(-1) ?? uri;
  const stem = cleanName(base.replace(/\.[^.]*$/, ''), 'Imported conflict');
  const version = file.version === undefined ? '' : ` ${cleanName(file.version, '')}`;
  const description =
    file.description === undefined ? [] : [`description: ${yamlText(cleanName(file.description, ''))}`];
  const lines = [
    ...yamlComment(`Made from ${cleanName(base, 'a file')}, a file of ${file.program}${version}.`),
    ...notes.flatMap((note) => yamlComment(note)),
    'impasse: 1',
    `title: ${yamlText(cleanName(file.title ?? '', stem))}`,
    ...description,
    '',
    'decisionMakers:',
    ...model.decisionMakers.flatMap(decisionMakerLines),
    '',
    ...infeasibleLines(model),
    ...yamlComment('The file names no status quo: this is its first feasible state. Say which one it is.'),
    ...yamlList('statusQuo: ', model.statusQuo.map(yamlText), '  '),
    ...yamlComment('The file does not say which states count as an agreement: `agreement: ...` does.'),
    ...misperceptionLines(model),
    ...model.ownerless.flatMap(({ name, taken }) =>
      yamlComment(
        `Left out: the option ${JSON.stringify(name)}, which nobody has; it counts as ${taken ? '' : 'not '}taken.`,
      ),
    ),
    ...preferenceLines(file, model),
  ];
  return `${lines.join('\n')}\n`;
}

function decisionMakerLines({ id, name, options }: ModelDecisionMaker): string[] {
  return [
    `  - id: ${yamlText(id)}`,
    `    name: ${yamlText(name)}`,
    ...(options.length === 0 ? [] : ['    options:']),
    ...options.map((option) => {
      const direction = option.direction === 'both' ? '' : `, direction: ${option.direction}`;
      return `      - { id: ${yamlText(option.id)}, name: ${yamlText(option.name)}${direction} }`;
    }),
  ];
}

function infeasibleLines({ infeasible }: GmcrModel): string[] {
  if (infeasible.length === 0) return [];
  return [
    ...yamlComment(
      'The file does not say why these cannot occur. As they stand they are logical; what is only forbidden or ' +
        'assumed is written { when: ..., kind: legal } or { when: ..., kind: assumed }.',
    ),
    'infeasible:',
    ...infeasible.map((when) => `  - ${formula(when)}`),
    '',
  ];
}

function misperceptionLines({ decisionMakers }: GmcrModel): string[] {
  const blind = decisionMakers.filter(({ misperceptions }) => misperceptions.length > 0);
  if (blind.length === 0) return [];
  return [
    ...yamlComment(
      'Misperceptions: the file says which states a decision maker does not see. An account of its own says ' +
        'more (`hypergame`); what GMCR+ does, to take its moves into and out of them away, is written:',
    ),
    '# forbiddenMoves:',
    ...blind.flatMap(({ id, misperceptions }) =>
      misperceptions.flatMap((when) => [
        `#   - { by: ${yamlText(id)}, from: ${formula(when)}, to: "true" }`,
        `#   - { by: ${yamlText(id)}, from: "true", to: ${formula(when)} }`,
      ]),
    ),
  ];
}

function preferenceLines(file: GmcrFile, { decisionMakers }: GmcrModel): string[] {
  const lines = decisionMakers.flatMap(({ id, statements, ranking }) => {
    const key = yamlText(id);
    if (!file.isRanked)
      return statements.length === 0
        ? []
        : [`  ${key}:`, ...statements.map((statement) => `    - ${formula(statement)}`)];
    if (ranking === undefined) return [];
    const groups = ranking.map((group) => {
      const patterns = group.map((pattern) => `"${pattern}"`);
      return patterns.length === 1 ? (patterns[0] as string) : `[${patterns.join(', ')}]`;
    });
    return [
      `  ${key}:`,
      ...yamlList('    ranking: ', groups, '      '),
      ...(statements.length === 0 ? [] : ['    # Statements of the file, unused there:']),
      ...statements.map((statement) => `    #   - ${formula(statement)}`),
    ];
  });
  return lines.length === 0 ? [] : ['', 'preferences:', ...lines];
}

function formula(expression: Expression): string {
  return yamlText(printExpression(expression));
}
