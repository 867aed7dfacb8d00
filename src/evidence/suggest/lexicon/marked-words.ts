// Lists words that weaken a statement and words that judge, as data; they are highlighted and never scored.

/** Hedges: the speaker does not wholly vouch for it. */
export const hedges =
  /\b(?:may|might|could|perhaps|possibly|probably|likely|unlikely|apparently|allegedly|reportedly|supposedly|seemingly|presumably|somewhat|rather|almost|about|around|roughly|some kind of|a kind of|in a sense|to some extent|seems?|seemed|appears?|appeared|suggests?|tends? to|potentially|in principle|as far as (?:i|we) know|it is (?:believed|thought|said)|tentatively|up to a point|more or less)\b/gi;

/** Loaded words: they judge while they name. */
export const loaded =
  /\b(?:regimes?|puppets?|terrorists?|thugs?|butchers?|dictators?|tyrants?|tyranny|criminals?|crimes?|aggressors?|aggression|barbari\w+|savage\w*|brutal\w*|genocid\w+|nazi\w*|fascis\w+|propaganda|lies|liars?|so-called|traitors?|betray\w*|treacher\w+|hysteri\w+|russophobi\w*|islamophobi\w*|foreign-controlled|foreign-backed|intransigen\w+|blackmail\w*|extort\w*|greedy|greed|ruined|ruthless\w*|shameful\w*|outrageous|absurd\w*|ridiculous|reckless\w*|cynical\w*|hypocri\w+|provocat\w+|occupiers?|invaders?|extremists?|fanatic\w*|radical\w*|massacre\w*|slaughter\w*|heroic\w*|noble|glorious|bitter|defiant\w*|simply|mere|merely|obvious\w*|surely)\b/gi;
