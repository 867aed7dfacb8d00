// Lists the evidence that a report has cited: sentences with their speakers, facts, and where each was published.
import { premisesOf } from '../analysis/index.ts';
import type { Account, Case, Source } from '../model/index.ts';
import type { Document } from './document.ts';
import { heading, list } from './document.ts';
import type { DecidingPremise } from './premise-words.ts';
import { premiseText } from './premise-words.ts';
import { printable } from './wording.ts';

/** A statement as a report cites it. */
export interface CitedStatement {
  readonly id: string;
  readonly document: string;
  /** Its words. */
  readonly text: string;
  readonly speaker: readonly string[];
}

/** A statement in one line: its sentence, who speaks, and the document. */
export function statementText({ id, text, speaker, document }: CitedStatement): string {
  const who = speaker.length === 0 ? 'nobody named' : speaker.join(', ');
  return printable(`${id} (${who}, in ${document}): “${text.replace(/\s+/g, ' ').trim()}”`);
}

/** Each premise of an account that cites statements, with their sentences.                           Rule [EVI1]. */
export function premiseBlocks(account: Account, statements: readonly CitedStatement[]): Document {
  if (statements.length === 0) return [];
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const items = premisesOf(account).flatMap(({ id, text, word, because, evidence = [] }) => {
    const cited = evidence.flatMap((one) => byId.get(one) ?? []);
    if (cited.length === 0) return [];
    const premise: DecidingPremise = {
      id,
      text,
      evidence: [],
      ...(word === undefined ? {} : { word }),
      // A reason that is one of the sentences is not said twice.
      ...(because === undefined || cited.some((one) => one.text === because) ? {} : { because }),
    };
    return [{ text: premiseText(premise), points: cited.map(statementText) }];
  });
  return items.length === 0 ? [] : [heading(3, 'The premises, each with its sentences'), ...list(items)];
}

/** The evidence behind some premises, each piece once, in the order of the case.                    Rule [EVI1]. */
export function evidenceBlocks(
  { facts, sources }: Case,
  premises: readonly DecidingPremise[],
  statements: readonly CitedStatement[] = [],
): Document {
  const cited = new Set(premises.flatMap(({ evidence }) => evidence));
  const items = [
    ...statements.filter(({ id }) => cited.has(id)).map(statementText),
    ...facts
      .filter(({ id }) => cited.has(id))
      .map((fact) => {
        const when = [fact.date, fact.speaker].filter((part) => part !== undefined).join(', ');
        const where = fact.sources.map((id) => sourceText(sources, id)).join('; ');
        return `${fact.id}${when === '' ? '' : ` (${when})`}: ${fact.says}${where === '' ? '' : ` Source: ${where}`}`;
      }),
    ...sources
      .filter(({ id }) => cited.has(id))
      .map((source) => `${source.id}: ${sourceText(sources, source.id)}`),
  ];
  return items.length === 0 ? [] : [heading(3, 'The evidence cited'), ...list(items)];
}

function sourceText(sources: readonly Source[], id: string): string {
  const source = sources.find((each) => each.id === id);
  if (source === undefined) return id;
  const parts = [source.title, source.outlet, source.date, source.slant].filter((part) => part !== undefined);
  return `${parts.join(', ')}${source.url === undefined ? '' : ` <${source.url}>`}`;
}
