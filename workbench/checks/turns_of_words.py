"""Words and their opposites: part of the table of what is turned round."""

from __future__ import annotations

from workbench.checks.turns import Turn, both_ways, one_way, pole

_ONE_WAY = (
    one_way(
        "(?<![不无难])(?:关闭|关停|停业|倒闭|关门)",
        r"clos\w+|shut\w*|bankrupt\w*|collaps\w+|folded|fail\w*|ceas\w+|end\w*|turn\w* off|"
        r"switch\w* off|out of business",
        "开|启|营业|敞",
        "open|opens|opened|opening",
    ),
    one_way(
        "负面|消极|悲观|利空",
        r"negativ\w+|pessimis\w+|bearish|bad|adverse\w*|unfavou?rabl\w+|downbeat|gloomy|"
        r"passiv\w+|bleak|dim",
        "正面|积极|乐观|利好|肯定|阳性|充满信心",
        r"positive|positively|optimis\w+|bullish|upbeat|favou?rabl\w+",
    ),
    one_way(
        "正面(?!交锋|冲突|战场|进攻|对决)|积极(?!性)|乐观|利好",
        r"positiv\w+|activ\w+|optimis\w+|bullish|good|favou?r\w+|upbeat|proactiv\w+|"
        r"vigorous\w*|eager\w*|keen\w*|enthusias\w+|frontal",
        "负面|消极|悲观|利空|不|没|未|无|阴性|否",
        r"negative|negatively|pessimis\w+|bearish|unfavou?rabl\w+",
    ),
    one_way(
        "(?<![再])进口",
        r"import\w*|entr\w+|inlet\w*",
        "出口|输出|外销",
        "export|exports|exported|exporting",
    ),
    one_way(
        "(?<![进])出口(?![成气处])",
        r"export\w*|exit\w*|outlet\w*|overseas|abroad|foreign",
        "进口|输入",
        "import|imports|imported|importing",
    ),
    one_way(
        "顺差",
        r"surplus\w*",
        "逆差|赤字",
        "deficits?",
    ),
    one_way(
        "逆差",
        r"deficit\w*|gap",
        "顺差|盈余",
        r"surplus\w*",
    ),
    one_way(
        "升值",
        r"appreciat\w+|ris\w+|rose|gain\w*|strength\w+|up|increas\w+|higher",
        "贬值|下跌|跌",
        r"depreciat\w+|devalu\w+",
    ),
    one_way(
        "贬值",
        r"depreciat\w+|devalu\w+|weak\w*|fall\w*|fell|drop\w*|los\w+|lower|down|declin\w+|"
        r"cheap\w*",
        "升值",
        r"appreciat\w+",
    ),
    one_way(
        "上半年",
        r"first half|first six|H1|half[- ]year\w*|interim|mid-?year",
        "下半年",
        "second half|latter half|last six months",
    ),
    one_way(
        "下半年",
        "second half|latter half|last six|H2|later|end",
        "上半年",
        "first half|first six months",
    ),
    one_way(
        "(?<![反不])赞成|支持(?!率|者)",
        r"support\w*|back\w*|favou?r\w*|endors\w+|approv\w+|agree\w*|for|help\w*|sustain\w*|"
        r"advocat\w+|hold\w*|enabl\w+|power\w*",
        "反对|抵制|不|没|未|无",
        "opposes|opposed|opposing|oppose",
    ),
    one_way(
        "反对",
        r"oppos\w+|object\w*|against|reject\w*|disagree\w*|resist\w*|dissent\w*|protest\w*|"
        r"disapprov\w+|anti|no|not|stop\w*",
        "支持|赞成|拥护|同意",
        "supports|supported|supporting|agrees|agreed|approves|approved",
    ),
    one_way(
        "禁止|严禁",
        r"ban\w*|prohibit\w*|forbid\w*|forbade|no|not|never|bar|barred|outlaw\w*|illegal|"
        r"block\w*|against|don['\u2019]t|without|stop\w*",
        "允许|准许|许可|可以|批准",
        "allow|allows|allowed|allowing|permit|permits|permitted",
    ),
)

_BOTH_WAYS = (
    (
        pole("成功(?!率)", "成|功|赢|胜|顺利|达", r"succe\w+|manag\w+|achiev\w+|win\w*|won|complet\w+|accomplish\w*|"
             r"able",
             "successful|successfully|succeeded"),
        pole("失败|落空|未遂|失利|告吹", "失|败|落空|未|没|不|无|告吹|输|破", r"fail\w*|defeat\w*|los\w+|lost|fell|"
             r"fall\w*|"
             r"collaps\w+|nothing|vain|dash\w*|attempt\w*|setback\w*", "unsuccessful|unsuccessfully|failed|fails"),
    ),
    (
        pole("扩大", "扩|大|增|宽|展|开|放", r"expan\w+|enlarg\w+|wid\w+|broad\w*|increas\w+|grow\w*|grew|scal\w+|"
             r"exten\w+|"
             r"larger|bigger|more|rais\w+|spread\w*|escalat\w+|boost\w*|up|magnif\w+|greater|step\w*|deep\w*|"
             r"further|loosen\w*",
             r"widen(?:s|ed|ing)?|expand(?:s|ed|ing)|enlarged"),
        pole("缩小|收窄", "缩|小|窄|减|降|收|短|少", r"narrow\w*|shr[aiu]nk\w*|reduc\w+|clos\w+|small\w*|decreas\w+|"
             r"less\w*|"
             r"bridg\w+|contract\w*|cut\w*|lower\w*|fell|declin\w+|downs\w+|tighter", r"narrow(?:s|ed|ing)?|shr[au]nk"),
    ),
    (
        pole("便宜(?!行事)|廉价|低价", "便宜|廉|低|减|降|省|贱|不贵|优惠|折|免", r"cheap\w*|inexpensive|low\w*|"
             r"afford\w*|less|bargain\w*|"
             r"economical|budget|discount\w*|favou?r\w*|advantage\w*|sav\w+|cut\w*", "cheap|cheaper|cheaply|"
             "inexpensive"),
        pole("昂贵|更贵|太贵|(?<!不)贵得多|高价", "贵|高|涨|价不菲|天价|不便宜|破费|奢", r"expens\w+|cost\w*|"
             r"dear\w*|high\w*|pric\w+|more|"
             r"premium|exorbitant|luxur\w+|valu\w+|precious", "expensive|costly|dearer|costlier"),
    ),
    (
        pole("合法|守法", "合法|守法|合规|依法|正当|法定|法律|律师|司法|法学|准", r"legal\w*|lawful\w*|law|"
             r"legitimate\w*|licen[cs]\w+|"
             r"rightful\w*",
             "legal|legally|lawful|lawfully"),
        pole("非法|违法", "非法|违法|违|犯|偷|盗|私|黑|禁", r"illegal\w*|unlawful\w*|illicit\w*|violat\w+|law|"
             r"offen[cs]\w+|wrong\w*|"
             r"crim\w+|break\w*|against|outlaw\w*|unauthori\w+|banned", "illegal|illegally|unlawful|unlawfully"),
    ),
    (
        pole("线上|网上", "线上|网|电商|数字|直播|云|虚拟", r"on-?line|internet|web\w*|virtual\w*|digital\w*|e-\w+|"
             r"cyber\w*|net",
             "online|on-line", "online"),
        pole("线下", "线下|实体|面对面|现场|当面|脱机|离线", r"off-?line|in[- ]person|physical\w*|brick\w*|face|"
             r"on-?site|real|stores?",
             "offline|off-line", "offline"),
    ),
    (
        pole("上游", "上|源", r"upstream|upper|up", "upstream", "upstream"),
        pole("下游", "下|末|尾", r"downstream|lower|down", "downstream", "downstream"),
    ),
    (
        pole("长期|长远", "长|久|远|终身|永", r"long\w*|permanent\w*|endur\w+|last\w*|chronic\w*|always|years",
             "long[- ]term|"
             "long-lasting"),
        pole("短期", "短|暂|临时|近|快", r"short\w*|temporar\w*|brief\w*|immediate\w*|near\w*|quick\w*",
             "short[- ]term|"
             "short-lived"),
    ),
    (
        pole("直接", "直|当面|亲自", r"direct\w*|straight\w*|immediate\w*|simply|right|just|outright|first-hand|"
             r"blunt\w*",
             "direct|directly", "direct"),
        pole("间接", "间接|绕|迂|二手", r"indirect\w*|second\w*|roundabout", "indirect|indirectly", "indirect"),
    ),
    (
        pole("主场(?!馆)", "主|家|本", r"home\w*|host\w*|own", r"at home|home (?:game|match|win|fixture|crowd)s?"),
        pole("客场", "客|外|远", r"away|visit\w*|road|travel\w*", r"away (?:from home|game|match|win|fixture)s?|"
             r"on the road"),
    ),
    (
        pole("流入", "入|进|吸|来", r"inflow\w*|in|into|influx|enter\w*|pour\w*|flow\w*|came|come", r"inflows?|"
             r"flow(?:s|"
             r"ed|ing)? into"),
        pole("流出", "出|外|逃|撤|走", r"outflow\w*|out|flow\w*|fl[eo]w\w*|leav\w+|left|drain\w*|exit\w*|escap\w+|from|"
             r"leak\w*",
             r"outflows?|flow(?:s|ed|ing)? out"),
    ),
    (
        pole("增持", "增|加|买|入|扩|补|收|购", r"increas\w+|rais\w+|b[uo]\w*|add\w*|more|up\w*|boost\w*|larger|"
             r"acqui\w+|"
             r"purchas\w+|accumulat\w+",
             "raised|increased"),
        pole("减持", "减|降|卖|售|抛|出|套现|少", r"reduc\w+|s[eo]l[dl]\w*|cut\w*|lower\w*|shed\w*|offload\w*|"
             r"trim\w*|down|"
             r"less\w*|decreas\w+|divest\w*|dispos\w+|sale",
             r"sold|reduced|trimmed"),
    ),
    (
        pole("好转|改善", "好|善|升|优|转|康|愈|良|进", r"improv\w+|better\w*|recover\w*|turn\w*|eas\w+|upturn|"
             r"enhanc\w+|pick\w*|"
             r"up|heal\w*|"
             r"reliev\w+|well|gain\w*|ameliorat\w+|upgrad\w+|renovat\w+|reform\w*|optimi\w+", r"improv(?:e|es|ed|"
             r"ing|ement)"),
        pole("恶化", "恶|坏|差|糟|重|劣|衰|降|跌|严峻|紧张", r"worse\w*|deteriorat\w+|aggravat\w+|declin\w+|down\w*|"
             r"degrad\w+|"
             r"exacerbat\w+|sour\w*|"
             r"escalat\w+|critical|fester\w*|slid\w*|fell|spiral\w*", r"worsen(?:s|ed|ing)?|deteriorat(?:e|es|ed|"
             r"ing|ion)"),
    ),
    (
        pole("提前|提早", "提前|提早|先|预|早|前", r"earl\w+|ahead|advanc\w+|before\w*|forward|pre(?!vious)\w*|soon\w*|"
             r"prior|already|"
             r"first|in time", r"earlier|brought forward|ahead of (?:time|schedule)"),
        pole("推迟|延后|推后|延期", "推|延|迟|晚|后|拖|误|改期|缓", r"postpon\w+|delay\w*|defer\w*|put\w* off|"
             r"put\w* back|late\w*|"
             r"push\w*|exten\w+|"
             r"suspen\w+|reschedul\w+|hold\w*|held|after|adjourn\w*|slow\w*|mov\w+", r"later|postponed|delayed|"
             r"deferred|put off"),
    ),
    (
        pole("(?:越|越来越|愈)大(?!越|众|家)|增大|变大|更大", "大|多|高|增|强|升|长|扩|加|重|厚|宽|严", r"larg\w+|"
             r"big\w*|great\w*|grow\w*|"
             r"gr[eo]w|higher|increas\w+|more|ris\w+|rose|"
             r"expan\w+|wid\w+|strong\w*|heav\w+|swell\w*|enlarg\w+|huge|much|further|major|enhanc\w+|intensif\w+|"
             r"harder|rais\w+|wors\w+|better|severe\w*|deep\w*|broad\w*|bold\w*",
             "larger|bigger|greater"),
        pole("(?:越|越来越|愈)小(?!越|心)|变小|减小|更小", "小|少|低|减|降|弱|轻|窄|缩|微|短|浅|不", r"small\w*|"
             r"less\w*|lower\w*|reduc\w+|"
             r"diminish\w*|narrow\w*|fewer|shr[aiu]nk\w*|"
             r"decreas\w+|declin\w+|minim\w+|slim\w*|fell|fall\w*|weak\w*|tin\w+|down|slight\w*|min\w*", "smaller|"
             "lower"),
    ),
    (
        pole("最多(?!只|不|能|可|也|达)(?=的)", "多|大|最高|数", r"most|maximum|largest|more|up to|biggest|greatest|"
             r"highest|"
             r"no\.? 1|main|chief\w*|top|at most|record|popul\w+|heav\w+",
             "the most"),
        pole("最少(?=的)", "少|小|低|最差|不", r"least|fewest|minim\w+|lowest|smallest|poor\w*", "the least|"
             "the fewest"),
    ),
    (
        pole("最早", "早|先|首|初|前|第一|古老", r"earl\w+|first|initial\w*|original\w*|oldest|soon\w*|begin\w*|"
             r"start\w*|"
             r"pioneer\w*|at", "earliest|the first"),
        pole("最晚|最迟", "晚|迟|后|近|新", r"late\w*|last|no later|by|deadline|end|most recent\w*", "latest"),
    ),
    (
        pole("最长", "长|久|大|远|老", r"long\w*|great\w*|most|maxim\w+|oldest|extended", "longest", "longest"),
        pole("最短", "短|快|近|小|少|简", r"short\w*|quick\w*|least|minim\w+|fast\w*|brief\w*", "shortest", "shortest"),
    ),
    (
        pole("最快", "快|速|早|近|急", r"fast\w*|quick\w*|soon\w*|rapid\w*|earl\w+|speed\w*|swift\w*|best|top|first|"
             r"shortest|as|just|leading|most", "fastest|quickest"),
        pole("最慢", "慢|迟|缓|晚", r"slow\w*|late\w*|longest|last", "slowest", "slowest"),
    ),
    (
        pole("死亡|去世|遇难|身亡|丧生|逝世", "死|亡|逝|世|难|丧|故|卒|命|杀|毙|牺牲|殉|尸|走了", r"d[iy]\w+|dea\w+|"
             r"kill\w*|pass\w*|los\w+|lost|"
             r"fatal\w*|perish\w*|"
             r"victim\w*|casualt\w+|mortal\w*|late|toll|lives|claim\w*|murder\w*|end\w*|demise|bod\w+|decea\w+|"
             r"drown\w*", "died|killed|dead"),
        pole("幸存|生还|获救", "存|还|活|救|生|险|逃|脱", r"surviv\w+|rescu\w+|sav\w+|escap\w+|aliv\w*|li[fv]\w+|"
             r"safe\w*|pull\w*|"
             r"remain\w*", "survived|survivors?|rescued"),
    ),
    (
        pole("抵达|到达", "到|达|抵|来|至|往|进|入|返|回|驶", r"arriv\w+|reach\w*|c[ao]m\w+|land\w*|g[eo]t\w*|"
             r"destination\w*|"
             r"hit\w*|enter\w*|at|to|into|touch\w*|return\w*|until|up|access\w*|in",
             "arrived|arrives|arriving"),
        pole("离开|启程", "离|去|走|出|别|开|启|动身|告辞|退|撤|辞|起", r"le[af]\w+|depart\w*|away|set\w*|exit\w*|"
             r"out|off|go\w*|went|"
             r"quit\w*|g[eo]t\w*|part\w*|mov\w+|start\w*|absen\w+|from|without|beyond",
             "departed|departs|departing"),
    ),
    (
        pole("原告", "原告|起诉|申请|上诉|控", r"plaintiff\w*|claimant\w*|complainant\w*|appl\w+|su\w+|prosecut\w+|"
             r"accuser\w*",
             "plaintiffs?|claimants?", "plaintiff"),
        pole("被告", "被告|应诉|被", r"defendant\w*|accused|respondent\w*|su\w+|charged|trial", "defendants?",
             "defendant"),
    ),
    (
        pole("供给|供应(?!商|链)", "供|给|提供|货源|储|补", r"suppl\w+|provi\w+|offer\w*|deliver\w*|serv\w+|"
             r"available|stock\w*",
             "supply|supplies", "supply"),
        pole("需求", "需|求|要", r"demand\w*|need\w*|requir\w+|want\w*|request\w*|appetite\w*|call\w*", "demand",
             "demand"),
    ),
    (
        pole("支出|开支|花费", "支|花|费|付|用|投|耗|销|款|钱|成本", r"expen\w+|spen\w+|pa[iy]\w*|cost\w*|outlay\w*|"
             r"disburs\w+|"
             r"budget\w*|outgoing\w*|bill\w*|money", "expenditures?|expenses|spending"),
        pole("收入(?!差距|囊|眼)", "收|入|赚|挣|薪|工资|得|益|营", r"incom\w+|revenue\w*|earn\w*|receipt\w*|sale\w*|"
             r"pa[iy]\w*|"
             r"proceed\w*|salar\w+|money|turnover|takings|wage\w*|includ\w+|profit\w*|record\w*|collect\w*|tak\w+",
             "income|revenues?"),
    ),
    (
        pole("城镇|城市", "城|市|镇|都|区|街", r"urban\w*|cit\w+|town\w*|municipal\w*|metro\w*|downtown|civic",
             "urban", "urban"),
        pole("农村|乡村", "农|乡|村|郊|田|土", r"rural\w*|village\w*|countryside|farm\w*|agricult\w+|country|"
             r"peasant\w*|"
             r"township\w*", "rural", "rural"),
    ),
    (
        pole("室内", "室内|屋|厅|房|馆|内|里", r"in-?doors?|in|inside|interior\w*|room\w*|home|house\w*", "indoor|"
             "indoors",
             "indoor"),
        pole("室外|户外", "外|露天|野|街", r"out-?doors?|out\w*|exterior|open", "outdoor|outdoors", "outdoor"),
    ),
    (
        pole("有利(?!润|息|可图|害)", "利|好|益|优|便|宜|助|惠|胜", r"favou?r\w*|benefi\w+|advantag\w+|conduciv\w+|"
             r"help\w*|good|"
             r"better|positive\w*|contribut\w+|profit\w*|improv\w+|posit\w+|interest\w*|serv\w+|facilitat\w+|"
             r"promot\w+|upper|strong\w*|great\w*",
             "favou?rable|beneficial|conducive"),
        pole("不利", "不|害|损|差|坏|逆|劣|恶|弊|负|糟|难|险", r"unfavou?r\w*|advers\w+|disadvantag\w*|detriment\w*|"
             r"harm\w*|bad\w*|"
             r"negativ\w+|no|not|against|hurt\w*|worse|hinder\w*|"
             r"unhelpful|damag\w+|weak\w*|prejudic\w+|poor\w*|\w+n['\u2019]t|hamper\w*", "unfavou?rable|detrimental|"
             "adverse"),
    ),
    (
        pole("困难|很难|不易|不容易|艰难", "难|不|艰|困|苦|吃力|棘手|险|硬|费", r"difficult\w*|hard\w*|tough\w*|"
             r"challeng\w+|trouble\w*|"
             r"struggl\w+|no|not|problem\w*|obstacle\w*|uneas\w+|need\w*|poor\w*|distress|arduous|tricky|rare\w*|"
             r"\w+n['\u2019]t|uphill|plight|stress\w*|rough",
             "difficult|hard to"),
        pole("容易|轻松|简单", "易|轻|简|便|松|方便|不难|不费|舒|爱|好", r"eas\w+|simpl\w+|prone|apt|likely|"
             r"light\w*|relax\w*|ready|"
             r"readily|effortless\w*|vulnerab\w+|susceptib\w+|tend\w*|quick\w*|can|comfort\w*|straight\w*|just|"
             r"conven\w+|smooth\w*|risk\w*|only|mere\w*|plain\w*|basic\w*|handy|brief\w*",
             "easy|easily|easier|simple"),
    ),
    (
        pole("(?<![安])(?:危险)(?!品|驾)", "危|险|隐患|凶|毒|害|灾|祸", r"danger\w*|risk\w*|hazard\w*|peril\w*|"
             r"unsafe|threat\w*|"
             r"jeopard\w+|critical\w*|precarious|treacherous|vulnerab\w+|endanger\w*|crisis", "dangerous|unsafe|"
             "hazardous"),
        pole("安全(?!带|帽|感|理事|部|局|生产|隐患|事故|风险)", "安|保|防|平|稳|妥|无恙", r"safe\w*|secur\w+|"
             r"protect\w*|sound\w*|well",
             "safe|safely"),
    ),
    (
        pole("忘记|忘了|遗忘", "忘|遗|丢|漏|不记", r"forg[eo]\w+|oblivi\w+|left|leav\w+|los\w+|neglect\w*|remind\w*|"
             r"escap\w+|"
             r"not|slip\w*|overlook\w*|unremember\w*", "forgot|forgotten"),
        pole("记得|记住|想起", "记|忆|想|念|提醒|不忘|别忘|难忘", r"rememb\w+|recall\w*|memor\w+|mind|recollect\w*|"
             r"keep|think|thought|"
             r"remind\w*|note\w*|know\w*", "remembered|remembers|remember"),
    ),
    (
        pole("退市|摘牌", "退|摘|除", r"delist\w*|withdr\w+|remov\w+|off|exit\w*|leav\w+|left", "delist(?:ed|ing)"),
        pole("上市(?!公司|企业)", "上市|挂牌|登陆|IPO|发行|推出|市", r"list\w*|public\w*|market\w*|launch\w*|IPO\w*|"
             r"float\w*|"
             r"releas\w+|debut\w*|sale|trad\w+|hit\w*|introduc\w+|appear\w*|available|shelves|season", "listed|"
             "went public"),
    ),
)  # fmt: skip
"""Two poles each."""

TURNS: tuple[Turn, ...] = (*_ONE_WAY, *(one for axis in _BOTH_WAYS for one in both_ways(*axis)))
