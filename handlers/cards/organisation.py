"""Organisations: the list, and each one's card with its questions."""

from collections.abc import Sequence
from datetime import timedelta

from domain.organisations import USUAL_PURPOSE, Asking
from domain.people import EVERY_SITE
from domain.rights import Act, may
from domain.views import OrganisationCard, Organisations
from handlers.buttons import organisation as tap
from handlers.buttons.people import TurnPeople
from handlers.card import Button, Card, Rows, Scene, columns_for, grid, words_of
from handlers.cards import facts
from handlers.cards.start import site_name
from handlers.words import Html, Words, join_lines
from services import agreements, organisations
from storage import vocabulary
from storage.organisations import Organisation

NAMES = 3
"""How many names one line lists."""


@words_of(Organisations)
def list_of(view: Organisations, scene: Scene) -> Card:
    """A page of those that the reader answers for, with what each lacks."""
    page = organisations.page_of(scene.db, scene.person, view.page, now=scene.now)
    words = scene.words
    lines = [_line(each, scene) for each in page.organisations]
    openings = [[Button(each.name, tap.OpenOrganisation(each.id))] for each in page.organisations]
    pager = facts.pager(page.page, page.pages, tap.ShowOrganisations, words)
    back = [Button(words.plain("button-people"), TurnPeople(0))]
    return Card(text=join_lines(words.html("organisations-title"), *lines), buttons=[*openings, *pager, back])


def _line(organisation: Organisation, scene: Scene) -> Html:
    words = scene.words
    staff = organisations.staff(scene.db, scene.person, organisation.id)
    lacks = [] if organisation.agreed_on else [words.html("organisations-no-agreement")]
    if not staff.contacts:
        lacks.append(words.html("organisations-no-contact"))
    line = words.html("organisations-line", name=organisation.name, count=len(staff.members))
    return Html(" · ".join([line, *lacks]))


@words_of(OrganisationCard)
def organisation_card(view: OrganisationCard, scene: Scene) -> Card:
    """What is agreed, who answers for it, who takes part; or a question about it, the strategist's alone."""
    organisation = organisations.one(scene.db, scene.person, view.organisation)
    if view.asking and may(scene.person, Act.MANAGE_ORGANISATIONS):
        return _question(Asking(view.asking), organisation, scene)
    text = join_lines(_title(organisation, scene), *_agreement(organisation, scene), *_people(organisation, scene))
    return Card(text=text, buttons=_rows(organisation, scene))


def _title(organisation: Organisation, scene: Scene) -> Html:
    return scene.words.html("organisation-title", name=organisation.name)


def _agreement(organisation: Organisation, scene: Scene) -> list[Html]:
    words = scene.words
    if organisation.agreed_on is None:
        return [words.html("organisation-no-agreement")]
    lines = [words.html("organisation-agreed", day=organisation.agreed_on.isoformat())]
    if organisation.agreed_purpose:
        lines.append(words.html("organisation-purpose", purpose=_purpose(organisation.agreed_purpose, scene)))
    if organisation.agreed_area:
        lines.append(words.html("organisation-area", area=_area(organisation.agreed_area, scene)))
    noted = agreements.noted(scene.db, scene.person, organisation.id)
    if noted:
        day = words.short_day(noted.at)
        lines.append(words.html("organisation-noted", name=noted.by.name or "?", day=day))
    return lines


def _purpose(purpose: str, scene: Scene) -> str:
    return scene.words.plain("agreement-usual-purpose") if purpose == USUAL_PURPOSE else purpose


def _area(area: str, scene: Scene) -> str:
    vocab = vocabulary.load(scene.db)
    return site_name(area, vocab, scene.words) if area in {EVERY_SITE, *vocab.sites} else area


def _people(organisation: Organisation, scene: Scene) -> list[Html]:
    words = scene.words
    staff = organisations.staff(scene.db, scene.person, organisation.id)
    lines = [
        words.html("organisation-contacts", names=listed([each.name or "?" for each in staff.contacts], words))
        if staff.contacts
        else words.html("organisation-no-contact"),
        words.html("organisation-members", count=len(staff.members)),
    ]
    if staff.waiting:
        lines.append(words.html("organisation-waiting", count=len(staff.waiting)))
    if staff.without_telegram:
        names = listed([each.name or "?" for each in staff.without_telegram], words)
        lines.append(words.html("organisation-without-telegram", names=names))
    shifts = _shifts(organisation, scene)
    if shifts:
        lines.append(words.html("organisation-shifts", shifts=listed(shifts, words)))
    if organisation.structured_only:
        lines.append(words.html("organisation-structured"))
    return lines


def listed(names: Sequence[str], words: Words) -> str:
    """The first few on one line, and how many more there are."""
    more = [words.plain("organisation-more", count=len(names) - NAMES)] if len(names) > NAMES else []
    return ", ".join([*names[:NAMES], *more])


def _shifts(organisation: Organisation, scene: Scene) -> list[str]:
    """Shifts in a week, site by site."""
    weeks = [
        (site.name(scene.words.language), sum(expected.values()))
        for site in organisations.our_sites(scene.db)
        if (expected := organisations.expected(scene.db, scene.person, organisation.id, site=site.key))
    ]
    return [f"{name} {number}" for name, number in weeks]


def _rows(organisation: Organisation, scene: Scene) -> Rows:
    say, number = scene.words.plain, organisation.id
    theirs = [
        Button(say("button-expected-shifts"), tap.ShowShifts(number, None)),
        Button(say("button-without-telegram"), tap.ShowNamed(number, 0)),
    ]
    rows = [*_strategists_rows(organisation, scene), theirs]
    if len(organisations.overseen(scene.db, scene.person, now=scene.now)) > 1:
        rows.append([Button(say("button-organisations"), tap.ShowOrganisations(0))])
    return [*rows, [Button(say("button-people"), TurnPeople(0))]]


def _strategists_rows(organisation: Organisation, scene: Scene) -> list[list[Button]]:
    if not may(scene.person, Act.MANAGE_ORGANISATIONS):
        return []
    say, number, agreed = scene.words.plain, organisation.id, organisation.agreed_on
    noting = say("button-change-agreement" if agreed else "button-note-agreement")
    buttons = [Button(noting, tap.AskAgreement(number, Asking.PURPOSE), style=None if agreed else "primary")]
    if agreed:
        buttons.append(Button(say("button-agreement-over"), tap.AskOrganisation(number, Asking.ENDED)))
    kind = "button-with-texts" if organisation.structured_only else "button-without-texts"
    buttons.append(Button(say("button-contacts"), tap.ShowContacts(number, 0)))
    buttons.append(Button(say(kind), tap.AskOrganisation(number, Asking.STRUCTURED)))
    return grid(buttons, columns_for(each.label for each in buttons))


def _question(asking: Asking, organisation: Organisation, scene: Scene) -> Card:
    lifting = asking is Asking.STRUCTURED and organisation.structured_only
    asked = scene.words.html("ask-organisation-with-texts" if lifting else f"ask-organisation-{asking.value}")
    back = [Button(scene.words.plain("button-back"), tap.OpenOrganisation(organisation.id))]
    rows = _ANSWERS[asking](organisation, scene)
    return Card(text=join_lines(_title(organisation, scene), asked), buttons=[*rows, back])


def _purposes(organisation: Organisation, scene: Scene) -> Rows:
    return [[Button(scene.words.plain("agreement-usual-purpose"), tap.UsualPurpose(organisation.id))]]


def _areas(organisation: Organisation, scene: Scene) -> Rows:
    words, number = scene.words, organisation.id
    sites = [(site.name(words.language), site.key) for site in organisations.our_sites(scene.db)]
    choices = [(words.label("every-site"), EVERY_SITE), *sites]
    columns = columns_for(name for name, _key in choices)
    return grid([Button(name, tap.ChooseAgreedArea(number, key)) for name, key in choices], columns)


def _days(organisation: Organisation, scene: Scene) -> Rows:
    today = scene.now.astimezone(scene.zone).date()
    days = {"button-today": today, "button-yesterday": today - timedelta(days=1)}
    return [[Button(scene.words.plain(label), tap.AgreeOn(organisation.id, day)) for label, day in days.items()]]


def _ending(organisation: Organisation, scene: Scene) -> Rows:
    sure = scene.words.plain("button-agreement-over-sure")
    return [[Button(sure, tap.EndAgreement(organisation.id), style="danger")]]


def _structured(organisation: Organisation, scene: Scene) -> Rows:
    wanted = not organisation.structured_only
    sure = scene.words.plain("button-without-texts-sure" if wanted else "button-with-texts-sure")
    return [[Button(sure, tap.ReportStructuredOnly(organisation.id, wanted))]]


_ANSWERS = {
    Asking.PURPOSE: _purposes,
    Asking.AREA: _areas,
    Asking.DAY: _days,
    Asking.ENDED: _ending,
    Asking.STRUCTURED: _structured,
}
