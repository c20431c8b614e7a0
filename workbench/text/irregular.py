"""English forms that no stemming rule reaches: irregular verbs, plurals and degrees, and British spellings.

Forms that are more often a word of their own (found, wound, ground, bore, lay, leaves) are left out, because
the stem of a dictionary's word and of a text's word must agree.
"""

from __future__ import annotations

_FORMS = """
be: am is are was were been being | have: has had having | do: does did done doing | go: goes went gone
arise: arose arisen | awake: awoke awoken | bear: borne | beat: beaten | become: became | begin: began begun
bend: bent | bet: betting | bite: bit bitten | bleed: bled | blow: blew blown | break: broke broken | breed: bred
bring: brought | build: built | burn: burnt | buy: bought | catch: caught | choose: chose chosen | cling: clung
come: came | creep: crept | deal: dealt | dig: dug | draw: drew drawn | dream: dreamt | drink: drank drunk
drive: drove driven | eat: ate eaten | fall: fell fallen | feed: fed | feel: felt | fight: fought | flee: fled
fly: flew flown flies | forbid: forbade forbidden | foresee: foresaw foreseen | forget: forgot forgotten
forgive: forgave forgiven | freeze: froze frozen | get: got gotten | give: gave given | grow: grew grown
hang: hung | hear: heard | hide: hid hidden | hold: held | keep: kept | kneel: knelt | know: knew known
lead: led | lean: leant | leap: leapt | learn: learnt | leave: left | lend: lent | light: lit | lose: lost
make: made | mean: meant | meet: met | mislead: misled | mistake: mistook mistaken | overcome: overcame
overtake: overtook overtaken | overthrow: overthrew overthrown | pay: paid | prove: proven | rebuild: rebuilt
ride: rode ridden | ring: rang rung | rise: rose risen | run: ran | say: said | see: saw seen | seek: sought
sell: sold | send: sent | sew: sewn | shake: shook shaken | shine: shone | shoot: shot | show: shown
shrink: shrank shrunk | sing: sang sung | sink: sank sunk | sit: sat | sleep: slept | slide: slid | smell: smelt
sow: sown | speak: spoke spoken | speed: sped | spell: spelt | spend: spent | spill: spilt | spin: spun
spoil: spoilt | spring: sprang sprung | stand: stood | steal: stole stolen | stick: stuck | sting: stung
stride: strode stridden | strike: struck stricken | strive: strove striven | swear: swore sworn | sweep: swept
swell: swollen | swim: swam swum | swing: swung | take: took taken | teach: taught | tear: tore torn
tell: told | think: thought thoughts | throw: threw thrown | undergo: underwent undergone undergoes
understand: understood | undertake: undertook undertaken | uphold: upheld | wake: woke woken | wear: wore worn
weave: wove woven | weep: wept | win: won | withdraw: withdrew withdrawn | withhold: withheld
withstand: withstood | write: wrote written | die: dying | tie: tying | lie: lying
child: children | man: men | woman: women | person: people persons | foot: feet | tooth: teeth | mouse: mice
goose: geese | ox: oxen | life: lives | knife: knives | wife: wives | half: halves | shelf: shelves | wolf: wolves
thief: thieves | self: selves | loaf: loaves | calf: calves | crisis: crises | analysis: analyses | basis: bases
thesis: theses | hypothesis: hypotheses | axis: axes | phenomenon: phenomena | criterion: criteria
medium: media | datum: data | stimulus: stimuli | nucleus: nuclei | index: indices | matrix: matrices
appendix: appendices | bacterium: bacteria | curriculum: curricula | memorandum: memoranda
good: better best | bad: worse worst | far: farther farthest further furthest | little: least
centre: centres centred | theatre: theatres
"""

_BRITISH = """
center: centre | theater: theatre | meter: metre | liter: litre | fiber: fibre | caliber: calibre | color: colour
labor: labour | favor: favour | favorite: favourite | favorable: favourable | behavior: behaviour | honor: honour
neighbor: neighbour | neighborhood: neighbourhood | harbor: harbour | humor: humour | rumor: rumour | vapor: vapour
endeavor: endeavour | defense: defence | offense: offence | license: licence | pretense: pretence
program: programme | catalog: catalogue | dialog: dialogue | analyze: analyse | catalyze: catalyse
paralyze: paralyse | organize: organise | organization: organisation | realize: realise | realization: realisation
recognize: recognise | emphasize: emphasise | minimize: minimise | maximize: maximise | optimize: optimise
optimization: optimisation | summarize: summarise | globalize: globalise | globalization: globalisation
modernize: modernise | modernization: modernisation | industrialize: industrialise
industrialization: industrialisation | digitize: digitise | digitization: digitisation | digitalize: digitalise
digitalization: digitalisation | utilize: utilise | stabilize: stabilise | mobilize: mobilise | prioritize: prioritise
commercialize: commercialise | commercialization: commercialisation | specialize: specialise | standardize: standardise
urbanize: urbanise | urbanization: urbanisation | capitalize: capitalise | liberalize: liberalise | privatize: privatise
apologize: apologise | criticize: criticise | monetize: monetise | monetization: monetisation
travel: travelled travelling | traveler: traveller | model: modelled modelling | cancel: cancelled cancelling
label: labelled labelling | fuel: fuelled fuelling | level: levelled levelling | signal: signalled signalling
fulfill: fulfil fulfils | fulfillment: fulfilment | enroll: enrol enrols | enrollment: enrolment | skillful: skilful
plow: plough | tire: tyre | gray: grey | check: cheque | airplane: aeroplane | aluminum: aluminium | judgment: judgement
aging: ageing | mustache: moustache | maneuver: manoeuvre | pajamas: pyjamas | storey: storeys
"""


def _table() -> dict[str, str]:
    lemmas: dict[str, str] = {}
    for entry in f"{_FORMS}|{_BRITISH}".replace("\n", "|").split("|"):
        lemma, _, forms = entry.strip().partition(": ")
        lemmas.update(dict.fromkeys(forms.split(), lemma))
    for british, american in list(lemmas.items()):
        # The regular forms of a British spelling: organised, colours, analysing.
        if british.endswith(("ise", "yse")):
            root, american_root = british[:-1], american[:-1]
            lemmas |= {root + end: american_root + end for end in ("ed", "es", "ing", "er", "ers")}
        elif british.endswith("our") and american.endswith("or"):
            lemmas |= {british + end: american + end for end in ("s", "ed", "ing", "al")}
        elif british.endswith(("tre", "ence", "ogue", "amme", "isation", "bre")):
            lemmas[british + "s"] = american + "s"
    return {form: _follow(lemmas, lemma) for form, lemma in lemmas.items()}


def _follow(lemmas: dict[str, str], lemma: str) -> str:
    """A lemma that is a British spelling itself leads on to the American one."""
    return lemmas.get(lemma, lemma)


LEMMAS: dict[str, str] = _table()
"""Form -> lemma, all lower case."""
