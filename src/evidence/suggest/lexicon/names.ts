// Lists the words by which names, roles, organisations and unnamed sources are told apart, as data.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Titles and parts of titles that stand before a person's name, in lower case. */
export const titles = words(`
  president vice prime minister deputy foreign defence defense interior finance secretary general secretary-general
  chancellor king queen prince princess emperor pope bishop archbishop cardinal imam rabbi ayatollah sheikh emir sultan
  mayor governor senator congressman congresswoman representative rep sen gov delegate speaker premier ambassador envoy
  commissioner judge justice sheriff captain colonel major lieutenant sergeant admiral commander marshal brigadier gen
  col lt capt sgt maj chief chairman chairwoman chairperson chair head director leader spokesman spokeswoman
  spokesperson mr mrs ms miss dr prof professor sir lord lady dame attorney police state affairs staff treasury
  executive officer union ceo cfo coo former acting then interim special press home local national senior junior
  councillor alderman negotiator mediator coordinator adviser advisor analyst lawyer doctor rev reverend father sister
  brother comrade manager superintendent coach activist author economist expert`);

/** Words that make a name one of an organisation, in lower case. */
export const organisationWords = words(`
  ministry department office agency administration government cabinet parliament congress senate assembly house council
  committee commission court tribunal party union federation confederation alliance coalition front movement army navy
  force forces guard police bank fund group company corporation corp inc ltd plc association organisation organization
  institute university authority board bureau embassy delegation mission league nations states kingdom republic
  television tv radio news agency newspaper times post press reuters network church front brigade brigades service
  services team club federation chamber foundation society trust watch international airlines railways water power`);

/** Common nouns for persons, in lower case. */
export const personNouns = words(`
  official officials diplomat diplomats minister ministers president leader leaders spokesman spokeswoman spokesperson
  spokesmen negotiator negotiators mediator mediators envoy envoys ambassador ambassadors secretary adviser advisers
  advisor advisors analyst analysts expert experts observer observers source sources critic critics supporter
  supporters activist activists protester protesters resident residents farmer farmers worker workers striker strikers
  general generals commander commanders officer officers soldier soldiers politician politicians lawmaker lawmakers
  deputy deputies mayor governor senator senators judge lawyer lawyers chief head director chairman chairwoman member
  members representative representatives delegate delegates witness witnesses insider insiders aide aides author
  authors journalist journalists reporter reporters economist economists man woman people neighbour neighbours
  manager managers owner owners student students teacher teachers parent parents opponent opponents ally allies
  professor scholar scholars premier chancellor king prince pope bishop priest rebel rebels militant militants`);

/** Nouns that name nobody in particular where nothing else does, in lower case. */
export const unnamedNouns = words(`
  source sources official officials diplomat diplomats observer observers analyst analysts expert experts critic critics
  insider insiders aide aides report reports rumour rumours rumor rumors media people
  some many others circles`);

/** Nouns of bodies that speak as one, in lower case. */
export const bodyNouns = words(`
  government ministry union company authorities authority side sides party parties delegation army military police
  group council committee commission court office department agency administration regime parliament team movement
  opposition board management statement letter report communique communiqué resolution document newspaper coalition
  rebels alliance federation states countries country city village community association bloc organisation organization
  mission embassy palace presidency cabinet opposition`);

/** Who speaks for somebody else. */
export const spokespersonNouns = words('spokesman spokeswoman spokesperson spokesmen spokespeople speaker');

/** Words in capitals that begin sentences and are no names, in lower case. */
export const openers = words(`
  the a an this that these those it he she they we i you there here in on at by for from with without after before
  during since until while when where as if although though because but and or so yet however moreover furthermore
  meanwhile nevertheless nonetheless still also then thus therefore instead otherwise besides indeed according despite
  following under over between among both either neither each every all some most many few several one two three no not
  only even such what who why how his her its their our my your monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december yesterday today tomorrow last
  next earlier later recently now once again asked speaking writing addressing responding talks`);
