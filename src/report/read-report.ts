// Lists what was found in a document: each statement with its sentence, the stretch marked, and who says it to whom.
import type { Document as Source, Statement } from '../evidence/index.ts';
import { sentenceAround } from '../evidence/index.ts';
import type { Document, Item } from './document.ts';
import { heading, list, paragraph } from './document.ts';
import { counted } from './wording.ts';

const grades: Readonly<Record<Statement['grade'], string>> = {
  direct: 'in quoted words',
  mixed: 'partly in quoted words',
  indirect: 'in reported words',
  author: "in the author's own voice",
  mental: 'as what the author says they think or want',
  rumour: 'vouched for by nobody named',
};

/**
 * A document's statements for people. Loaded words and hedges are named, never scored.           Rule [READ1].
 * @param read - how much of the body was looked at, in UTF-16 units
 */
export function readReport(source: Source, statements: readonly Statement[], read: number): Document {
  const about = [source.author, source.outlet, source.date].filter((part) => part !== undefined).join(', ');
  return [
    heading(1, printable(`${source.id}${source.title === undefined ? '' : `: ${source.title}`}`)),
    ...(about === '' ? [] : [paragraph(printable(about), 'quiet')]),
    paragraph(
      `${counted(statements.length, 'statement')} suggested. Each is a suggestion: nothing counts until a person accepts it.${
        read < source.body.length
          ? ` Only the first ${read} of ${source.body.length} characters were looked at.`
          : ''
      }`,
    ),
    ...list(statements.map((statement) => item(source, statement))),
  ];
}

function item(source: Source, statement: Statement): Item {
  const { start, end } = statement;
  const sentence = sentenceAround(source.body, start, end);
  const shown = `${source.body.slice(sentence.start, start)}[[${source.body.slice(start, end)}]]${source.body.slice(end, sentence.end)}`;
  return {
    text: printable(`${statement.id}  ${headline(statement)}`),
    points: [printable(shown.replace(/\s+/g, ' ').trim()), printable(details(statement))],
  };
}

function headline({ speaker, holder, addressee, kind, grade, source }: Statement): string {
  const who = speaker.length === 0 ? 'somebody not named' : speaker.join(' and ');
  const whose =
    holder.join() === speaker.join() || holder.length === 0 ? '' : ` (stance of ${holder.join(' and ')})`;
  const whom = addressee.length === 0 ? '' : ` to ${addressee.join(' and ')}`;
  return `${who}${whose}${whom}: ${kind}, ${grades[grade]}${source === 'unnamed' && grade !== 'rumour' ? ', source not named' : ''}`;
}

function details({
  concepts,
  stance,
  condition,
  dates,
  loaded,
  hedges,
  rule,
  score,
  within,
}: Statement): string {
  const words = (list: readonly { readonly text: string }[]): string =>
    [...new Set(list.map(({ text }) => text))].join(', ');
  return [
    ...(concepts.length === 0 ? [] : [`concept: ${concepts.map(({ concept }) => concept).join(' or ')}`]),
    ...(stance === null ? [] : [`stance perhaps ${stance}`]),
    ...(condition === null ? [] : [`condition: ${condition}`]),
    ...(dates.length === 0 ? [] : [`date: ${dates.map(({ text, date }) => `${text} = ${date}`).join(', ')}`]),
    ...(hedges.length === 0 ? [] : [`hedged: ${words(hedges)}`]),
    ...(loaded.length === 0 ? [] : [`loaded: ${words(loaded)}`]),
    ...(within === null ? [] : [`reported in ${within}`]),
    ...(rule === null ? [] : [`rule ${rule}${score === null ? '' : `, score ${score}`}`]),
  ].join('; ');
}

/** Nothing that would move the cursor or turn the direction of writing, and no half characters. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
