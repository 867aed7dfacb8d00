// Lists what marks the author's own voice and what a clause does in a conflict, as data: patterns with ids.
import type { StatementKind } from '../../types/statement.ts';

/** A pattern that makes a clause one of a kind; the first that matches decides. */
export interface KindRule {
  readonly id: string;
  readonly kind: StatementKind;
  readonly pattern: RegExp;
}

/** Openers by which an author says that what follows is the author's own view; they are left out of the span. */
export const openers: readonly RegExp[] = [
  /^(?:but|and|yet|so|thus|or|nor|still|then|also|now|nevertheless|nonetheless|however|moreover|furthermore|meanwhile|therefore|hence|besides|indeed|instead|consequently|accordingly|finally|firstly|secondly|lastly|similarly|likewise|overall)\b,?\s+/i,
  /^(?:in fact|in addition|in other words|in reality|in short|in truth|in practice|as a result|for example|for instance|of course|at the same time|on the other hand|on the contrary|by contrast|above all|after all|to be sure|in the end|in this context|in conclusion|for this reason)\b,?\s+/i,
  /^(?:surely|clearly|obviously|evidently|undoubtedly|unfortunately|sadly|regrettably|fortunately|naturally|certainly|apparently|frankly|notably|importantly|interestingly|of note)\b,?\s+/i,
  /^(?:it|this) is (?:very |quite |absolutely |also |now )?(?:clear|obvious|evident|true|noteworthy|notable|worth noting|no secret|no coincidence|well known|important to note|undeniable|plain|likely|possible|unlikely|a fact) that\s+/i,
  /^(?:it|this) (?:should|must|may|can|has to) be (?:noted|said|stressed|emphasi[sz]ed|remembered|recalled|added|admitted|borne in mind) that\s+/i,
  /^(?:there is no doubt|no doubt|the fact is|the truth is|the problem is|the point is|suffice it to say|needless to say) (?:that\s+|,\s*)?/i,
  /^(?:it is (?:on|for) (?:this|that) (?:basis|reason)|that is why|this is why|this means) that\s+/i,
  /^(?:one|another|the|a) (?:\w+ )?(?:concern|problem|reason|question|issue|result|consequence|difficulty|obstacle|worry|truth|fact|danger|risk|irony|aim|goal) is that\s+/i,
];

/** What a clause does; tried in order. */
export const kindRules: readonly KindRule[] = [
  {
    id: 'K1',
    kind: 'precondition',
    pattern:
      /\b(?:only (?:if|when|after|once|with|on condition)|unless|until|on (?:the )?condition that|provided that|as long as|not before|precondition|prerequisite|conditions? for)\b/i,
  },
  {
    id: 'K2',
    kind: 'threat',
    pattern:
      /\b(?:consequences|retaliat\w+|ultimatum|threat(?:en\w*|s)?|or else|if\b.{3,80}\b(?:will|would) (?:be forced|go to|strike|respond|attack|suspend|block|take))\b/i,
  },
  {
    id: 'K3',
    kind: 'denial',
    pattern:
      /\b(?:den(?:y|ies|ied|ying)|not true|untrue|no evidence|no proof|baseless|unfounded|never (?:did|said|agreed|wanted))\b/i,
  },
  {
    id: 'K4',
    kind: 'refusal',
    pattern:
      /\b(?:refus\w+|reject\w*|declin\w+|will not|won't|would not|wouldn't|shall not|never (?:accept|agree|allow|negotiate|recogni[sz]e|sign)|cannot accept|can't accept|unacceptable|no intention|unwilling\w*|rule[sd]? out|reluctant|final offer|last offer)\b/i,
  },
  {
    id: 'K5',
    kind: 'accusation',
    pattern:
      /\b(?:accus\w+|blam\w+|violat\w+|aggress\w+|provo[ck]\w+|sabotag\w+|undermin\w+|betray\w*|illegal\w*|unlawful\w*|unilateral\w*|escalat\w+|politici[sz]\w+|hostil\w+|responsible for|fail(?:s|ed|ing|ure) to|propaganda|crimes?|lies|lied|lying|puppet|intransigen\w+|bad faith|illegitimate)\b/i,
  },
  {
    id: 'K6',
    kind: 'demand',
    pattern:
      /\b(?:must|should|ought to|has to|have to|demand\w*|call(?:s|ed|ing)? (?:for|on|upon)|urg\w+|insist\w*|need(?:s|ed)? to|let us|it is (?:time|imperative|essential|necessary))\b/i,
  },
  {
    id: 'K7',
    kind: 'constraint',
    pattern:
      /\b(?:impossible|cannot|can't|could not|unable|bans?|banned|prohibit\w*|forbid\w*|illegal|law|decree|constitution\w*|treaty|obligat\w*|require[sd]?|requirement|neither the|no (?:way|choice|room|resources|money|alternative|resolution|agreement|progress)|lacks?|lacking|deadline|bound by|subject to|limits?)\b/i,
  },
  {
    id: 'K8',
    kind: 'offer',
    pattern:
      /\b(?:offer\w*|propos\w+|willing\w*|ready to|readiness|prepared to|open to|concession\w*|compromise (?:on|over))\b/i,
  },
  {
    id: 'K9',
    kind: 'incentive',
    pattern:
      /\b(?:benefit\w*|beneficial|profit\w*|gain\w*|advantage\w*|interests?|reward\w*|costs?|costly|lose|loses|losing|loss(?:es)?|weaken\w*|weaker|stronger|strengthen\w*|afford|expensive|dependent|depends|pays? off|at stake)\b/i,
  },
  {
    id: 'K10',
    kind: 'commitment',
    pattern:
      /\b(?:(?:we|i|our \w+) (?:will|shall|are committed)|committed|commitment|pledg\w+|promis\w+|vow\w*|guarantee\w*|undertak\w+|will (?:continue|defend|keep|maintain|send|support|provide))\b/i,
  },
  {
    id: 'K11',
    kind: 'prediction',
    pattern:
      /\b(?:will|would|going to|likely|unlikely|expect\w*|forecast\w*|predict\w*|risk\w*|may|might|could|inevitabl\w+|sooner or later|due to (?:resume|begin|end|start)|scheduled|resumes?|expires?|runs? out)\b/i,
  },
  {
    id: 'K12',
    kind: 'action',
    pattern:
      /\b(?:adopted|signed|agreed|sent|opened|launched|began|begun|ended|deployed|imposed|lifted|withdrew|attacked|struck|voted|approved|met|introduced|voted|lasted|appointed|collapsed|walked out|refused|escaped|built|filled|closed|seized|released|expelled|suspended|recalled|established|announced|continued|took|held|killed|blocked|halted)\b/i,
  },
];

/** Words of conflicts and bargaining: a clause of the author's that holds none of them is rarely a premise. */
export const conflictWords =
  /\b(?:talks?|negotiat\w+|bargain\w*|agree\w*|deals?|accord\w*|treat(?:y|ies)|truce|cease-?fire|peace\w*|wars?|fight\w*|conflict\w*|disput\w+|cris[ie]s|attack\w*|strik(?:e|es|ing)|military|troops?|forces?|army|armed|weapons?|arms|sanctions?|embargo\w*|blockad\w*|borders?|territor\w+|sovereign\w*|independen\w+|recogni\w+|withdraw\w*|occup\w+|invasion|invad\w+|demands?|offers?|propos\w+|compromis\w+|concession\w*|conditions?|ban(?:ned|s)?|law|legal\w*|illegal\w*|court|rul(?:ing|ed)|rights?|union|workers?|wages?|pay|contract\w*|pension\w*|layoffs?|jobs?|dam|water|river|nuclear|uranium|enrich\w*|inspect\w+|missiles?|hostages?|prisoners?|refugees?|rebels?|guerrilla\w*|mediat\w+|elections?|referendum|vote[sd]?|partition|reunif\w+|settle\w*|security|threat\w*|aid|support\w*|oppos\w+|refus\w+|reject\w+|accept\w*|resol\w+|solution\w*|impossible|unacceptable|interests?|benefi\w+|deadline|pressure|escalat\w+|confront\w+|polic(?:y|ies)|resources?|project\w*|unilateral\w*|cooperat\w+|commit\w*|obligat\w*|allies|alliance|regime|authorit\w+|governments?|protest\w*|permits?|licen[cs]e\w*|budget|tax\w*|subsid\w+|quota\w*|tariffs?|pollut\w+|drought|harm\w*|damage\w*)\b/gi;

/** What makes a clause the author's judgement rather than a record. */
export const judgement =
  /\b(?:clear(?:ly)?|obvious\w*|surely|of course|simply|in fact|indeed|unfortunately|regrettably|impossible|unacceptable|unilateral\w*|unjust\w*|illegal\w*|irresponsible|must|should|cannot|never|nothing|only|precisely|so-called|very|profitable|beneficial|real|true|truth|existential|vital|essential|imperative|legitimate|fair|unfair|constantly|even|mere(?:ly)?|just)\b/i;

/** First person of a party: the author speaks for it. */
export const firstPerson = /\b(?:we|our|ours|us|i|my)\b/i;

/** Background that is no premise: dates of birth, places, how a thing is made. */
export const background =
  /\b(?:was born|is located|is the capital|was founded|is known as|also known as|is named after|population of|square (?:miles|kilomet\w+)|photograph|pictured|file photo|related news|this article|contributed to|copyright)\b/i;
