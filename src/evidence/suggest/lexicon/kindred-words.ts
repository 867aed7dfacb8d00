// Groups words of conflicts that stand for one another, as data, so that a concept is found by a kindred word.

/** Each line is a group; words are compared by their stems. */
const groups = `
talks talk negotiate negotiations negotiation dialogue table bargaining mediator mediation meeting sit
agreement deal accord settlement compromise treaty pact truce ceasefire
war fighting hostilities conflict combat battle shelling offensive
withdrawal withdraw withdraws leave leaves left pull retreat
wages wage pay salary salaries raise rise percent cent
compensation reparations damages pay indemnity
aid support assistance help weapons arms arming funding
strike walkout stoppage walked
sanctions sanction embargo penalties penalty fines
territory territories borders border land region
independence independent sovereignty sovereign statehood secession
recognition recognise recognize recognised recognized
dam reservoir filling fill
harm damage losses lose loss hurt suffer
release free freed freeing
court arbitration tribunal lawsuit appeal judge
election elections vote referendum ballot
withdrawn troops army forces military soldiers
enrichment enrich uranium nuclear
impossible possible solution
sincere trust faith
escalate escalation escalates escalating confrontation
benefit benefits profit profitable beneficial gain gains
control controls guidance guided
continue continues going stop end cease
victory win defeat expects
hostages hostage prisoners prisoner captives
`;

/** The groups of a word, by its stem. */
export function kinOf(stem: (word: string) => string): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  groups
    .trim()
    .split('\n')
    .forEach((line, group) => {
      for (const word of new Set(line.split(' ').map(stem))) map.set(word, [...(map.get(word) ?? []), group]);
    });
  return map;
}
