"""Somebody who comes by an invite: how it is made, taken up and said yes to."""

from collections.abc import Callable

from domain.people import Language, Role
from domain.views import InviteCard
from services import invites, joining
from services.acts import Origin
from storage import invites as kept
from storage import people
from tests.cards.stage import Stage
from tests.town import MARIA

NEWCOMER = 900


def arriving(chat: int = NEWCOMER) -> Origin:
    return Origin(seq=1, chat_id=chat, message_id=None, is_tap=False)


def begun(stage: Stage) -> int:
    stage.act(invites.begin, stage.maria)
    return kept.pending_of(stage.db, stage.maria.id)[-1].id


def invite_for_a_guard(stage: Stage) -> int:
    """An invite whose link works, looked at on the way there."""
    invite = begun(stage)
    stage.look(InviteCard(invite))
    stage.act(invites.choose_role, stage.maria, invite=invite, role=Role.GUARD)
    stage.look(InviteCard(invite))
    stage.act(invites.choose_site, stage.maria, invite=invite, site="overby")
    stage.look(InviteCard(invite))
    organisation = people.organisation_of(stage.db, stage.anna.id)
    stage.act(invites.choose_organisation, stage.maria, invite=invite, organisation=organisation)
    return invite


def arrives(stage: Stage) -> tuple[Origin, int]:
    """Somebody has opened the link of an invite."""
    token = kept.by_id(stage.db, invite_for_a_guard(stage)).token
    origin = arriving()
    joining.start(stage.db, origin, token=token, now=stage.now)
    newcomer = people.by_chat(stage.db, NEWCOMER)
    assert newcomer is not None
    return origin, newcomer.id


def steps(stage: Stage, origin: Origin) -> list[Callable[[], None]]:
    """Language, name, terms."""
    name = stage.person(MARIA).name or "Kim Berg"
    return [
        lambda: joining.choose_language(stage.db, origin, language=Language.SV, now=stage.now),
        lambda: joining.take_name(stage.db, origin, name=name, now=stage.now),
        lambda: joining.accept(stage.db, origin, now=stage.now),
    ]
