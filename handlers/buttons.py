"""Every tap that a button of ours carries. Never words, never a right: every tap can be forged."""

from dataclasses import dataclass
from datetime import date

from domain.alerts import Level
from domain.alerts import Screen as AlertScreen
from domain.people import Language, Role
from domain.reminders import Screen as ReminderScreen
from domain.reports import CloseReason, Screen, When
from handlers.callback_data import Tap

# Reports, from their author's side


@dataclass(frozen=True, slots=True)
class Ask(Tap, code="ra"):
    """Turn a draft's card to a question, or back to the overview."""

    report: int
    screen: Screen | None


@dataclass(frozen=True, slots=True)
class ChooseSite(Tap, code="rs"):
    report: int
    site: str


@dataclass(frozen=True, slots=True)
class ChooseCategory(Tap, code="rc"):
    report: int
    category: str


@dataclass(frozen=True, slots=True)
class ChoosePlace(Tap, code="rp"):
    report: int
    place: str | None


@dataclass(frozen=True, slots=True)
class ChooseSeverity(Tap, code="rv"):
    report: int
    severity: int


@dataclass(frozen=True, slots=True)
class ChooseWhen(Tap, code="rw"):
    report: int
    when: When


@dataclass(frozen=True, slots=True)
class ChooseCount(Tap, code="rn"):
    report: int
    count: str | None


@dataclass(frozen=True, slots=True)
class ChooseOngoing(Tap, code="ro"):
    report: int
    ongoing: bool


@dataclass(frozen=True, slots=True)
class HowToAdd(Tap, code="rh"):
    """Ask how a text, photo or position gets onto the card."""

    report: int


@dataclass(frozen=True, slots=True)
class ClearText(Tap, code="rt"):
    report: int


@dataclass(frozen=True, slots=True)
class SendReport(Tap, code="rf"):
    report: int


@dataclass(frozen=True, slots=True)
class DiscardReport(Tap, code="rd"):
    report: int


@dataclass(frozen=True, slots=True)
class UndoReport(Tap, code="ru"):
    report: int


# Reports, from the reader's side


@dataclass(frozen=True, slots=True)
class OpenReport(Tap, code="io"):
    """Open a report; `page` is the inbox page to go back to."""

    report: int
    page: int | None


@dataclass(frozen=True, slots=True)
class OpenNext(Tap, code="in"):
    after: int


@dataclass(frozen=True, slots=True)
class ShowAttachments(Tap, code="ia"):
    report: int


@dataclass(frozen=True, slots=True)
class AskNote(Tap, code="iw"):
    report: int


@dataclass(frozen=True, slots=True)
class AskReason(Tap, code="ir"):
    report: int
    page: int | None


@dataclass(frozen=True, slots=True)
class CloseReport(Tap, code="ic"):
    report: int
    reason: CloseReason
    page: int | None


@dataclass(frozen=True, slots=True)
class TurnInbox(Tap, code="ip"):
    page: int


@dataclass(frozen=True, slots=True)
class TurnMine(Tap, code="mp"):
    page: int


# People and settings


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Tap, code="pl"):
    language: Language


@dataclass(frozen=True, slots=True)
class UseTelegramName(Tap, code="pn"):
    """Be called what Telegram says."""


@dataclass(frozen=True, slots=True)
class AcceptTerms(Tap, code="pa"):
    pass


@dataclass(frozen=True, slots=True)
class DeclineTerms(Tap, code="pd"):
    pass


@dataclass(frozen=True, slots=True)
class AskName(Tap, code="pw"):
    """Change one's name."""


@dataclass(frozen=True, slots=True)
class TurnPeople(Tap, code="up"):
    page: int


@dataclass(frozen=True, slots=True)
class OpenPerson(Tap, code="uo"):
    """Open somebody's card; `page` is the page of people to go back to."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class AskRevoke(Tap, code="ua"):
    """Ask whether the membership is really to end."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class Revoke(Tap, code="ur"):
    person: int
    page: int


@dataclass(frozen=True, slots=True)
class BeginInvite(Tap, code="vb"):
    pass


@dataclass(frozen=True, slots=True)
class ChooseInviteRole(Tap, code="vr"):
    invite: int
    role: Role


@dataclass(frozen=True, slots=True)
class ChooseInviteSite(Tap, code="vs"):
    invite: int
    site: str


@dataclass(frozen=True, slots=True)
class ChooseInviteOrganisation(Tap, code="vo"):
    invite: int
    organisation: int


@dataclass(frozen=True, slots=True)
class TurnOrganisations(Tap, code="vp"):
    invite: int
    page: int


@dataclass(frozen=True, slots=True)
class NameOrganisation(Tap, code="vn"):
    """The organisation is a new one, whose name comes as the next text."""

    invite: int


@dataclass(frozen=True, slots=True)
class StepBackInInvite(Tap, code="vz"):
    invite: int


@dataclass(frozen=True, slots=True)
class ShowInvitePicture(Tap, code="vq"):
    invite: int


@dataclass(frozen=True, slots=True)
class CancelInvite(Tap, code="vc"):
    invite: int


# Alerts


@dataclass(frozen=True, slots=True)
class AskAlert(Tap, code="aq"):
    """Turn a draft's card to a question, or on to what is still missing."""

    alert: int
    screen: AlertScreen | None


@dataclass(frozen=True, slots=True)
class ChooseLevel(Tap, code="al"):
    alert: int
    level: Level


@dataclass(frozen=True, slots=True)
class PickAlertSite(Tap, code="as"):
    """Without a site it stands for all of them."""

    alert: int
    site: str | None
    wanted: bool


@dataclass(frozen=True, slots=True)
class PickAlertRole(Tap, code="ar"):
    alert: int
    role: Role
    wanted: bool


@dataclass(frozen=True, slots=True)
class SendAlert(Tap, code="af"):
    """Send what the preview showed: this version."""

    alert: int
    version: int


@dataclass(frozen=True, slots=True)
class DiscardAlert(Tap, code="ad"):
    alert: int


@dataclass(frozen=True, slots=True)
class AcknowledgeAlert(Tap, code="ak"):
    alert: int


# Reminders


@dataclass(frozen=True, slots=True)
class AskReminder(Tap, code="tq"):
    """Turn a draft's card to a question, or on to what is still missing."""

    reminder: int
    screen: ReminderScreen | None


@dataclass(frozen=True, slots=True)
class PickReminderSite(Tap, code="ts"):
    """Without a site it stands for all that are offered."""

    reminder: int
    site: str | None
    wanted: bool


@dataclass(frozen=True, slots=True)
class PickReminderRole(Tap, code="tr"):
    reminder: int
    role: Role
    wanted: bool


@dataclass(frozen=True, slots=True)
class RemindOnlyMe(Tap, code="tm"):
    reminder: int


@dataclass(frozen=True, slots=True)
class ChooseDay(Tap, code="td"):
    reminder: int
    day: date


@dataclass(frozen=True, slots=True)
class ChooseHour(Tap, code="th"):
    reminder: int
    hour: int


@dataclass(frozen=True, slots=True)
class SetReminder(Tap, code="tf"):
    """Set what the card shows: this version."""

    reminder: int
    version: int


@dataclass(frozen=True, slots=True)
class DiscardReminder(Tap, code="tx"):
    reminder: int


@dataclass(frozen=True, slots=True)
class FinishReminder(Tap, code="tk"):
    reminder: int
