"""The picture on a phone: one line that says the one thing, a section a site, and what the numbers rest on."""

from collections.abc import Sequence

from domain.periods import DAYS
from domain.pictures import LEAST_NAMED, CategoryLine, Change, Kind, SitePicture, Snapshot
from domain.views import Digest
from domain.vocabulary import Vocabulary
from handlers.card import Card, Scene, words_of
from handlers.words import BLANK, Html, Words, join_lines
from services import digests
from storage import vocabulary

LINES = 25
"""What one reads on a phone; empty lines count."""
FRAME = 4
"""The two lines on top, and the one at the end with the empty one before it."""
LEAST_SECTION = 2
"""A site's line and the empty one before it."""
NAMES = 3
"""How many names one line lists."""


@words_of(Digest)
def digest(view: Digest, scene: Scene) -> Card:
    """The frozen numbers, of the reader's own sites only."""
    seen = digests.see(scene.db, scene.person, view.digest)
    vocab, words = vocabulary.load(scene.db), scene.words
    source = words.html("picture-source")
    late = _late(seen, words)
    top = join_lines(_main_thing(seen.sites, vocab, words), _period(seen.snapshot, words), late)
    if all(site.is_silent for site in seen.sites):
        return Card(text=join_lines(top, source))
    sections = _sections(seen.sites, LINES - FRAME - bool(late), vocab, words)
    return Card(text=Html("\n\n".join([top, *sections, source])))


def _main_thing(sites: Sequence[SitePicture], vocab: Vocabulary, words: Words) -> Html:
    if all(site.is_silent for site in sites):
        return words.html("picture-silent")
    total = sum((site.incidents for site in sites), Change(0, 0))
    if not total.now:
        return words.html("picture-calm")
    worst = _worst_place(sites, vocab, words)
    if worst is None:
        return words.html("picture-incidents", **_numbers(total))
    return words.html("picture-worst", place=worst, **_numbers(total))


def _worst_place(sites: Sequence[SitePicture], vocab: Vocabulary, words: Words) -> str | None:
    """The place with the most incidents, with its site where there are several; one or two are no pattern."""
    named = [(number, site.site, place) for site in sites for place, number in site.places[:1]]
    number, site, place = max(named, key=lambda each: each[0], default=(0, "", ""))
    if number < LEAST_NAMED:
        return None
    name = _place_name(site, place, vocab, words)
    return name if len(sites) == 1 else f"{name}, {vocab.site(site).name(words.language)}"


def _period(snapshot: Snapshot, words: Words) -> Html:
    period = snapshot.period
    days = {"first": words.short_day(period.starts_at), "last": words.short_day(period.last_moment)}
    if snapshot.kind is Kind.WEEK:
        return words.html("picture-week", week=str(words.week(period.starts_at)), **days)
    return words.html("picture-asked", **days)


def _late(seen: digests.Seen, words: Words) -> Html | None:
    late = sum(site.late for site in seen.sites)
    return words.html("picture-late", count=late) if late and seen.snapshot.kind is Kind.WEEK else None


def _sections(sites: Sequence[SitePicture], room: int, vocab: Vocabulary, words: Words) -> list[Html]:
    """The sites in at most `room` lines, the empty ones before them included; those that do not fit are counted."""
    if len(sites) * LEAST_SECTION > room:
        room -= 1
    shown = sites[: room // LEAST_SECTION]
    silent = sum(site.is_silent for site in shown)
    each = (room - silent * LEAST_SECTION) // max(1, len(shown) - silent) - 1
    alone = len(sites) == 1
    sections = [
        join_lines(_head(site, vocab, words, alone=alone), *_body(site, each - 1, vocab, words, alone=alone))
        for site in shown
    ]
    if left_out := len(sites) - len(shown):
        sections[-1] = join_lines(sections[-1], words.html("picture-more-sites", count=left_out))
    return sections


def _head(site: SitePicture, vocab: Vocabulary, words: Words, *, alone: bool) -> Html:
    """The site and its total, which stands on top already when the site is the only one."""
    name = vocab.site(site.site).name(words.language)
    if site.is_silent and site.shifts:
        return words.html("picture-site-silent-shifts", site=name, expected=site.shifts[1])
    if site.is_silent:
        return words.html("picture-site-silent", site=name)
    if alone:
        return words.html("picture-site-alone", site=name)
    return words.html("picture-site", site=name, **_numbers(site.incidents))


def _body(site: SitePicture, room: int, vocab: Vocabulary, words: Words, *, alone: bool) -> list[Html]:
    """What there is to say of a site in at most `room` lines: what is least telling is left out first.

    Where it is the only one, an empty line sets what sums it up apart.
    """
    if site.is_silent:
        return []
    closing = [line for line in (_places(site, vocab, words), _severities(site, words), _rate(site, words)) if line]
    closing = closing[max(0, len(closing) - room) :]
    named = _categories(site, room - len(closing) - alone, vocab, words)
    return [*named, *([BLANK] if alone and named else []), *closing]


def _categories(site: SitePicture, room: int, vocab: Vocabulary, words: Words) -> list[Html]:
    """A line each for the most common; the rest, and what is not named by rule, share the last line."""
    if room <= 0 or not site.incidents.now:
        return []
    fits = len(site.categories) + bool(site.other) <= room
    named = site.categories if fits else site.categories[: room - 1]
    rest = site.categories[len(named) :]
    return [*(_category(line, vocab, words) for line in named), *_rest(rest, site, vocab, words)]


def _rest(rest: Sequence[CategoryLine], site: SitePicture, vocab: Vocabulary, words: Words) -> list[Html]:
    other = site.other + sum(line.now for line in rest[NAMES:])
    if not rest:
        return [words.html("picture-other", now=other)] if other else []
    parts = [f"{_category_name(line, vocab, words)} {words.number(line.now)}" for line in rest[:NAMES]]
    if other:
        parts.append(words.plain("picture-rest-other", now=other))
    return [words.html("picture-rest", rest=", ".join(parts))]


def _category(line: CategoryLine, vocab: Vocabulary, words: Words) -> Html:
    before = "hidden" if line.before is None else line.before
    name = _category_name(line, vocab, words)
    return words.html("picture-category", category=name, now=line.now, before=before, limit=LEAST_NAMED)


def _places(site: SitePicture, vocab: Vocabulary, words: Words) -> Html | None:
    places = [
        f"{_place_name(site.site, place, vocab, words)} {words.number(number)}" for place, number in site.places[:NAMES]
    ]
    return words.html("picture-places", places=", ".join(places)) if places else None


def _severities(site: SitePicture, words: Words) -> Html | None:
    counts = [words.plain("picture-severity", level=int(level), count=number) for level, number in site.severities]
    return words.html("picture-severities", severities=", ".join(counts)) if counts else None


def _rate(site: SitePicture, words: Words) -> Html:
    if site.shifts:
        rate = words.html("picture-rate-shifts", reported=site.shifts[0], expected=site.shifts[1])
    else:
        rate = words.html("picture-rate", reported=site.days_reported, days=DAYS)
    return Html(f"{rate} · {words.html('picture-open', count=site.open)}") if site.open else rate


def _numbers(change: Change) -> dict[str, int | str]:
    """What a sentence about a change needs."""
    difference = change.now - change.before
    direction = "same" if not difference else "more" if difference > 0 else "fewer"
    return {"now": change.now, "difference": abs(difference), "direction": direction}


def _category_name(line: CategoryLine, vocab: Vocabulary, words: Words) -> str:
    known = vocab.categories.get(line.category)
    return known.name(words.language) if known else line.category


def _place_name(site: str, place: str, vocab: Vocabulary, words: Words) -> str:
    known = next((each for each in vocab.site(site).places if each.key == place), None)
    return known.name(words.language) if known else place
