// Lists the evidence that a report has cited: what each fact says, who said it, when, and where it was published.
import type { Case, Source } from '../model/index.ts';
import type { Document } from './document.ts';
import { heading, list } from './document.ts';
import type { DecidingPremise } from './premise-words.ts';

/** The evidence behind some premises, each piece once, in the order of the case. */
export function evidenceBlocks({ facts, sources }: Case, premises: readonly DecidingPremise[]): Document {
  const cited = new Set(premises.flatMap(({ evidence }) => evidence));
  const items = [
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
