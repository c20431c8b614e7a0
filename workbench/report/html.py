"""The report as one HTML file: no outside reference, no script that runs, and the data as JSON inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from html import escape

from workbench.formats.json_text import json_text
from workbench.formats.markdown import one_line
from workbench.formats.written import encodable
from workbench.report.contents import SEVERITIES, Report
from workbench.report.wording import CAVEAT, DIRECTION, about, numbers

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2733; --soft: #5b6875; --rule: #d5dbe1; --paper: #fff; --mark: #1f6f8b;
  --bad: #b3261e; --wash: #f3f6f8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ee; --soft: #9aa7b3; --rule: #38424c; --paper: #14191e;
  --mark: #6cc0dc; --bad: #ff8a80; --wash: #1d242b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
p, ul { margin: .35rem 0; } .soft, figcaption { color: var(--soft); font-size: .9rem; }
table { border-collapse: collapse; margin: .75rem 0; } th, td { padding: .25rem .8rem .25rem 0; text-align: left;
  vertical-align: top; border-bottom: 1px solid var(--rule); } td.n, th.n { text-align: right; }
article { border-top: 1px solid var(--rule); padding: .7rem 0; } article > h3 { font-size: 1rem; margin: 0 0 .3rem; }
article p { white-space: pre-wrap; overflow-wrap: anywhere; } article ul { color: var(--soft); font-size: .92rem; }
.before { text-decoration: line-through; color: var(--soft); } .after { background: var(--wash); }
.figures { display: flex; flex-wrap: wrap; gap: 1.5rem 3rem; } .alarm { color: var(--bad); font-weight: 600; }
figure { margin: 1rem 0; } svg { max-width: 100%; height: auto; } svg text { fill: var(--ink);
  font: 13px system-ui, sans-serif; }
svg .bar { fill: var(--mark); } svg .none { fill: var(--rule); }
"""


def write(report: Report) -> str:
    """A whole HTML document. The JSON stands in an element of type `application/json`, id `report-data`."""
    title = _text(f"Review: {report.title}")
    body = [
        f"<h1>{title}</h1>",
        *(f'<p class="soft">{_text(line)}</p>' for line in about(report)),
        '<div class="figures">',
        _table(("", "count"), [(name, str(count)) for name, count in report.counts], right=(1,)),
        _table(("status", "segments"), [(name, str(count)) for name, count in report.statuses], right=(1,)),
        "</div>",
        *_quality(report),
        *_worst(report),
        *_changes(report),
        *_queries(report),
        *_findings(report),
    ]
    # Inside <script>, "</" and "<!--" would end or change the element; in JSON both can be written as escapes.
    data = json_text(asdict(report)).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{title}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            *body,
            f'<script type="application/json" id="report-data">{data}</script>',
            "</body>",
            "</html>",
            "",
        ]
    )


def _quality(report: Report) -> list[str]:
    lines = ["<h2>Quality by human marks</h2>", f"<p>{_text(report.mqm_line or 'No figure.')}</p>"]
    profile = f" Profile: <code>{_text(report.mqm_profile)}</code>" if report.mqm_profile else ""
    lines.append(f'<p class="soft">{_text(DIRECTION)}{profile}</p>')
    if report.figures:
        lines += ["<h2>Other figures</h2>", _table(("figure", "value", "over", "signature"), report.figures)]
    if report.categories:
        head = ("category", *(s.value for s in SEVERITIES), "all")
        rows = [(r.category, *(str(c) if c else "" for c in r.counts), str(r.total)) for r in report.categories]
        lines.append(_table(head, rows, right=range(1, len(head))))
        lines.append(_bars("Errors marked, by category", [(r.category, r.total) for r in report.categories]))
    return lines


def _worst(report: Report) -> list[str]:
    if not report.worst:
        return []
    lines = ["<h2>Where to look first</h2>"]
    if report.likelihoods:
        signature = f" <code>{_text(report.estimate_signature)}</code>" if report.estimate_signature else ""
        lines.append(f'<p class="soft">{_text(CAVEAT)}{signature}</p>')
        lines.append(_bars("Chance of a major error, segments", list(report.likelihoods)))
        lines.append(_strip("Risk of each segment in document order, higher is worse", report.risks))
    for row in report.worst:
        risk = f", risk {row.risk:.2f}" if row.risk is not None else ""
        lines.append(f'<article><h3>{row.number} <span class="soft">{row.judged}{risk}</span></h3>')
        lines += [*_bilingual(row.source, row.text), *_list(row.why), "</article>"]
    return lines


def _changes(report: Report) -> list[str]:
    if not (report.changes or report.spacing):
        return []
    lines = ["<h2>Changes</h2>"]
    for row in report.changes:
        lines.append(f"<article><h3>{row.number}</h3>")
        lines += _bilingual(row.source, "")
        lines += [f'<p class="before">{_text(row.before)}</p>'] if row.before else []
        lines.append(f'<p class="after">{_text(row.after or "(taken out)")}</p>')
        lines += [*_list(row.why), "</article>"]
    lines += _list([f"{s.before} → {s.after}: after segment {numbers(s.segments)}" for s in report.spacing])
    return lines


def _queries(report: Report) -> list[str]:
    lines = ["<h2>Queries to the author</h2>"] if report.queries else []
    for row in report.queries:
        lines.append(f"<article><h3>{row.number}: {_text(row.query)}</h3>")
        lines += [*_bilingual(row.source, row.text), "</article>"]
    return lines


def _findings(report: Report) -> list[str]:
    if not report.findings:
        return []
    rows = [(f.check, f.severity.value, str(f.count), f.message, numbers(f.segments)) for f in report.findings]
    return ["<h2>Open findings</h2>", _table(("check", "severity", "places", "such as", "segments"), rows, right=(2,))]


def _bilingual(source: str, target: str) -> list[str]:
    lines = [f'<p lang="zh">{_text(source)}</p>'] if source else []
    return [*lines, f'<p lang="en">{_text(target)}</p>'] if target else lines


def _list(items: Sequence[str]) -> list[str]:
    return ["<ul>", *(f"<li>{_text(item)}</li>" for item in items), "</ul>"] if items else []


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    flush = set(right)

    def cells(row: Sequence[str], tag: str) -> str:
        classes = [' class="n"' if i in flush else "" for i in range(len(row))]
        return "".join(f"<{tag}{kind}>{_text(cell)}</{tag}>" for kind, cell in zip(classes, row, strict=True))

    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    return f"<table><thead><tr>{cells(head, 'th')}</tr></thead><tbody>{body}</tbody></table>"


def _bars(title: str, values: Sequence[tuple[str, int]]) -> str:
    """Horizontal bars, each with its name and number."""
    most = max((value for _, value in values), default=0) or 1
    rows = []
    for i, (name, value) in enumerate(values):
        y = 24 * i
        rows.append(f'<text x="230" y="{y + 16}" text-anchor="end">{_text(name)}</text>')
        rows.append(f'<rect class="bar" x="240" y="{y + 4}" width="{300 * value / most:.1f}" height="16"></rect>')
        rows.append(f'<text x="{246 + 300 * value / most:.1f}" y="{y + 16}">{value}</text>')
    told = ", ".join(f"{name} {value}" for name, value in values)
    return _figure(title, told, 600, 24 * len(values), rows)


def _strip(title: str, risks: Sequence[float | None]) -> str:
    """The document as a strip of bars, one a segment; many segments share a bar that shows the worst of them."""
    slots = min(len(risks), 300)
    if not slots:
        return ""
    highest = max((risk for risk in risks if risk is not None), default=0.0) or 1.0
    width, rows = 600 / slots, []
    for slot in range(slots):
        part = [r for r in risks[slot * len(risks) // slots : (slot + 1) * len(risks) // slots] if r is not None]
        height = 60 * max(0.0, max(part)) / highest if part else 2.0
        kind = "bar" if part else "none"
        rows.append(
            f'<rect class="{kind}" x="{slot * width:.2f}" y="{64 - height:.1f}" width="{max(0.5, width - 0.6):.2f}" '
            f'height="{height:.1f}"></rect>'
        )
    return _figure(title, f"{len(risks)} segments, the highest risk is {highest:.2f}", 600, 66, rows)


def _figure(title: str, description: str, width: int, height: int, shapes: Sequence[str]) -> str:
    return (
        f'<figure><svg role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f"<title>{_text(title)}</title><desc>{_text(description)}</desc>{''.join(shapes)}</svg>"
        f"<figcaption>{_text(title)}</figcaption></figure>"
    )


def _text(text: str) -> str:
    """Neutralised, encodable, and escaped for HTML; newlines are shown as ⏎."""
    return escape(one_line(encodable(text)))
