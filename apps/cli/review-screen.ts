// Shows one statement of the review queue, in plain lines that need no colour.
import type { Codebook, Statement } from '../../src/evidence/index.ts';
import { sentenceAround } from '../../src/evidence/index.ts';
import { printable } from '../../src/report/index.ts';

/** What the keys do. */
export const keyLine =
  'a accept · r reject · w whose words · h whose stance · c concept · s stance · u undo · n next · p previous · q quit';

export const stanceKeys: Readonly<Record<string, Statement['stance']>> = {
  '1': -2,
  '2': -1,
  '3': 0,
  '4': 1,
  '5': 2,
  c: 'conditional',
  x: null,
};

/** The statement with its sentence, the stretch between [[ and ]]. */
export function statementScreen(
  statement: Statement,
  place: number,
  count: number,
  body: string | undefined,
  { concepts }: Codebook,
): string {
  const { id, document, status, speaker, holder, grade, kind, concept, stance, condition, rule, score } =
    statement;
  const name = concepts.find((each) => each.id === concept)?.name;
  const guesses = statement.concepts
    .filter((guess) => guess.concept !== concept)
    .map((guess) => guess.concept);
  const stanceText =
    stance === null ? 'not coded' : typeof stance === 'number' && stance > 0 ? `+${stance}` : `${stance}`;
  const lines = [
    '',
    `${place + 1} of ${count}   ${id}   in ${document}   [${status}]`,
    `  ${sentenceOf(statement, body)}`,
    `  words: ${listOf(speaker)}   stance of: ${listOf(holder)}   ${grade}, ${kind}`,
    `  concept: ${concept ?? 'none'}${name === undefined || name === concept ? '' : ` (${name})`}   stance: ${stanceText}${condition === null ? '' : `   if: ${condition}`}`,
    ...(guesses.length === 0 ? [] : [`  may also be: ${guesses.join(', ')}`]),
    ...(rule === null
      ? []
      : [`  suggested by rule ${rule}${score === null ? '' : `, score ${score.toFixed(2)}`}`]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

const listOf = (names: readonly string[]): string => (names.length === 0 ? 'nobody named' : names.join(', '));

function sentenceOf({ start, end, text, prefix, suffix }: Statement, body: string | undefined): string {
  const flat = (words: string): string => words.replace(/\s+/g, ' ');
  if (body === undefined || body.slice(start, end) !== text)
    return `${flat(prefix.slice(-60))}[[${flat(text)}]]${flat(suffix.slice(0, 60))}`.trim();
  const around = sentenceAround(body, start, end);
  return flat(`${body.slice(around.start, start)}[[${text}]]${body.slice(end, around.end)}`).trim();
}
