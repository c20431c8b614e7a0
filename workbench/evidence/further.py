"""Everyday renderings that CC-CEDICT does not list, where it explains a word or gives another part of speech."""

from __future__ import annotations

_FURTHER = """
美国 america, american
英国 britain, british
联合国 un, united nations
人员 staff, people, personnel, worker, member
部门 department, authority, agency, sector
监管 regulate, regulatory, regulator, supervise, oversight
监管部门 regulator, regulatory authority
合同 contract, deal, agreement
协议 agreement, deal
大部分 most, majority, much
多数 most, majority
绝大多数 most, vast majority
少数 few, minority
规律 regular, pattern, law
亏损 lose, loss
盈利 profit, profitable, earn
显著 significant, marked, notable
深度 deep, in-depth, depth
脚步 pace, step
步伐 pace, step
目前 present, current, now, so far
如今 now, today
频出 frequent, often, repeated
频发 frequent, often, repeated
放慢 slow
加快 accelerate, speed, faster
临近 approach, near
将近 nearly, almost, approach
出现 appear, emerge, occur, happen, suffer, develop, arise, see
发出 issue, send, emit, make
达到 reach, hit, achieve, meet
超过 exceed, over, more than, surpass
保持 keep, maintain, remain, stay
携手 together, join hands, jointly
始终 always, consistent, throughout
表示 say, express, state, indicate, tell
指出 point, note, say
认为 believe, think, consider, say
介绍 introduce, say, explain, tell
透露 reveal, disclose, say
强调 stress, emphasize, emphasise
称 say, call, claim, state
主教练 head coach, coach, manager
教练 coach, trainer
前锋 striker, forward
后卫 defender, back
门将 goalkeeper, keeper
球队 team, side, club
决赛 final
体重 weigh, weight
身高 tall, height
沉寂 dormant, quiet, silent
结语 conclusion, closing remarks
前言 preface, foreword, introduction
药监局 drug administration, medical products administration
全新 brand new, new
全国 nationwide, national, country
全球 global, world, worldwide
最终 final, eventually, end, ultimately
出生 born, birth
死亡 die, death, dead
受伤 injured, hurt, wounded
获奖 win, award
获胜 win, victory
失利 lose, defeat
上涨 rise, increase, go up
下跌 fall, drop, decline
下降 fall, drop, decline, decrease
增长 grow, growth, increase, rise
上升 rise, increase
减少 reduce, fewer, decrease, less
提高 improve, raise, increase
提升 improve, raise, enhance, increase
推动 promote, drive, push
推进 promote, advance
促进 promote, boost
发展 develop, growth
带来 bring, cause
导致 cause, lead, result
造成 cause, result
影响 affect, influence, impact, effect
改变 change, alter
解决 solve, resolve, address
应对 respond, deal, cope, address
面临 face
参与 participate, involve, take part, join
参加 attend, take part, participate, join
举行 hold, take place
召开 hold, convene
组织 organize, organise
成立 establish, found, set up
建立 establish, build, set up
位于 located, lie, situated
拥有 have, own, boast
属于 belong
成功 success, successful, succeed
重要 important, key, significant
关键 key, crucial, critical
主要 main, mainly, major, primary
明显 obvious, clear, significant, evident
严重 serious, severe
巨大 huge, great, enormous
优势 advantage, strength
压力 pressure, stress
质量 quality, mass
生活 life, live, living
工程 project, engineering
垃圾 garbage, waste, rubbish, trash, litter
爆炸 explosion, explode, blast, bomb, bombing
真的 really, truly, real
看起来 look, seem, appear
接着 then, next
他人 others, other people
今年 this year, year
去年 last year, year
明年 next year, year
老板 boss, owner
游客 tourist, visitor
旅客 passenger, traveller, traveler
患者 patient, sufferer
用户 user, customer
客户 customer, client
员工 employee, staff, worker
居民 resident
群众 people, public
负责人 head, director, person in charge, official
有限公司 co ltd, company limited
公司 company, firm, corporation
企业 company, enterprise, business, firm
项目 project, program, programme
措施 measure, step
政策 policy
"""


def _table() -> dict[str, tuple[str, ...]]:
    rows = (line.partition(" ") for line in _FURTHER.strip().splitlines())
    return {word: tuple(one.strip() for one in renderings.split(",")) for word, _, renderings in rows}


FURTHER = _table()
"""Chinese word (simplified) -> English words or phrases."""
