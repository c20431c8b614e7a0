"""English words that a full stop need not end a sentence after, by what may follow. Lower case, no final dot."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALWAYS = _words(
    """mr mrs ms messrs mme mlle mx dr drs prof profs rev revd fr hon pres gov lt ltcol capt cmdr cmdt col gen maj
    sgt adm brig sen rep reps supt insp det amb atty assoc asst vs v.s e.g eg i.e ie viz cf approx ca fca
    incl excl esp resp orig abbr misc std cont ed eds trans repr publ wt qty temp dia"""
)
"""A word always follows: titles, and words that point forward."""

NUMBERED = _words(
    """no nos nr fig figs eq eqs eqn sec secs sect vol vols p pp ch chap chs art arts para paras par ex exs app tab
    tabs ref refs ver vers op pt pts ann cl cls r rr reg regs tel ext room rm"""
)
"""A number follows; before anything else they are words or the sentence is over."""

SOMETIMES = _words(
    """inc ltd co corp llc plc pty bros jr sr esq dept depts univ govt dist prov hosp acad intl natl assn mfg al st
    ave blvd rd mt ft u.s u.k u.n e.u d.c ph.d m.d b.a m.a b.sc m.sc a.k.a n.b p.s r.i.p"""
)
"""They stand in mid-sentence or end one; a new sentence is believed where a word that begins sentences follows."""

SOMETIMES_CAPITAL = _words(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ariz calif colo
    conn fla ill kan mass mich minn miss mont neb nev okla ore penn tenn tex wash wis wyo"""
)
"""The same, but only when written with a capital; in lower case they are words."""

CLOCK = frozenset(("a.m", "p.m", "am", "pm"))

STARTERS = _words(
    """the this that these those it he she we they you i there here in on at by for from to with without as if when
    while although though because since after before during however but and or so yet nor therefore thus
    hence then moreover furthermore besides meanwhile nevertheless nonetheless otherwise instead indeed
    similarly additionally consequently accordingly likewise conversely what why how who whom whose where
    which is are was were do does did can could will would should may might must have has had not no yes all
    some many most both each every either neither one two three another other others such my our your his
    her their its a an now today also only even just perhaps maybe finally first second third last next
    under over through throughout according despite until once let please never nothing everything something
    everyone someone nobody anyone once again whether unlike regarding given among between within about
    above across against along around behind below beyond upon toward towards amid apart because soon later
    still recently currently previously overall generally usually often sometimes clearly obviously
    fortunately unfortunately surprisingly importantly specifically especially particularly of course few
    several more much less any every whatever whenever wherever whoever am don't doesn't didn't can't isn't
    aren't wasn't weren't won't like well oh looking based compared due thanks being having let's that's
    it's"""
)
"""Words that begin a sentence and hardly ever a name."""

GLUED_STARTERS = _words(
    """the this that these those my we he she they there but and however because although when while what if you our
    their"""
)
"""Those that show a new sentence even in lower case, right after a stop without a space."""

EXTENSIONS = _words(
    """com net org edu gov cn io ai js ts tsx jsx py md txt pdf doc docx xls xlsx ppt pptx csv json xml html htm
    php asp aspx jsp exe dll zip rar gz tar png jpg jpeg gif svg mp mp3 mp4 avi mov tv app dev co uk hk tw
    jp de fr us info biz me xyz cc apk iso sh bat cpp java rb go rs sql yml yaml ini cfg log"""
)
"""Endings of file and domain names, also when they are written in capitals."""

CAPITAL_EXTENSIONS = _words("""com net org js cn io tv""")
"""Those of them that are met with one capital, as in `Booking.Com`."""

LABELLED = _words(
    """vitamin plan type group class grade end side hepatitis appendix section option figure team terminal part
    point model series round phase category line level table exhibit article annex company party room gate
    block area zone factor virus influenza element sample test version unit war chapter volume title"""
)
"""Nouns that a single capital letter labels: after `Plan B.` a sentence may begin, after `J.` hardly."""

SPEECH = _words(
    """said says say saying asked asks ask replied replies answered answers shouted cried exclaimed whispered added
    wondered called yelled screamed muttered murmured demanded inquired enquired thought told
    responded retorted snapped remarked continued begged pleaded joked protested insisted explained
    exclaims shouts roared sneered repeated stammered questioned"""
)
"""Verbs that say who spoke a quotation."""

TIME_WORDS = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december est edt pst pdt cst cet gmt utc bst jst eastern pacific beijing
    central local et pt ct"""
)
