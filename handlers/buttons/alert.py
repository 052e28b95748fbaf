"""Taps on the cards of an alert."""

from dataclasses import dataclass
from datetime import date

from domain.alerts import Level, Recall, Screen, Template
from domain.exports import Form, Purpose
from domain.goals import Whose
from domain.ledger import Answer, Entry
from domain.people import Language, Role
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class ComposeAlert(Tap, code="an"):
    """Open a card for a new one."""


@dataclass(frozen=True, slots=True)
class AskAlert(Tap, code="aq"):
    """Turn a draft's card to a question, or on to what is still missing; `within` an organisation."""

    alert: int
    screen: Screen | None
    page: int
    within: int | None


@dataclass(frozen=True, slots=True)
class ChooseLevel(Tap, code="al"):
    alert: int
    level: Level


@dataclass(frozen=True, slots=True)
class ChooseLasts(Tap, code="ax"):
    alert: int
    hours: int


@dataclass(frozen=True, slots=True)
class ChooseGoal(Tap, code="ag"):
    """Without `whose` there is no goal; without `minutes` they are asked for."""

    alert: int
    whose: Whose | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class MarkDrill(Tap, code="av"):
    alert: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class RemovePhoto(Tap, code="ab"):
    alert: int


@dataclass(frozen=True, slots=True)
class ChooseAlertDay(Tap, code="ay"):
    """Without a day it leaves at once."""

    alert: int
    day: date | None


@dataclass(frozen=True, slots=True)
class ChooseAlertHour(Tap, code="ah"):
    alert: int
    hour: int


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
class PickAlertOrganisation(Tap, code="ao"):
    alert: int
    organisation: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class PickAlertPerson(Tap, code="ap"):
    alert: int
    person: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class OrderAlert(Tap, code="af"):
    """Send what the preview showed: this version."""

    alert: int
    version: int


@dataclass(frozen=True, slots=True)
class CallBackAlert(Tap, code="ac"):
    """Make a draft again of what has not left yet."""

    alert: int


@dataclass(frozen=True, slots=True)
class HurryAlert(Tap, code="au"):
    """Let what is acute leave at once."""

    alert: int


@dataclass(frozen=True, slots=True)
class DiscardAlert(Tap, code="ad"):
    alert: int


@dataclass(frozen=True, slots=True)
class AnswerAlert(Tap, code="ak"):
    """The answer to the text that the card showed: this edition."""

    alert: int
    edition: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class OpenHelp(Tap, code="aw"):
    """Show what somebody wrote that they need."""

    alert: int
    person: int


@dataclass(frozen=True, slots=True)
class ShowAlert(Tap, code="at"):
    """Turn the card to the alert and its ledger."""

    alert: int


@dataclass(frozen=True, slots=True)
class ShowAlerts(Tap, code="ae"):
    page: int


@dataclass(frozen=True, slots=True)
class ShowNames(Tap, code="az"):
    """Who stands in one place of the ledger; without an entry, whose answers the goal waits for."""

    alert: int
    entry: Entry | None
    page: int


@dataclass(frozen=True, slots=True)
class AskAlertCorrection(Tap, code="aj"):
    """Take the next text as what is to stand in place of the alert's."""

    alert: int


@dataclass(frozen=True, slots=True)
class CorrectAlert(Tap, code="wc"):
    """Correct it to what the card showed: this version."""

    alert: int
    version: int


@dataclass(frozen=True, slots=True)
class DropAlertCorrection(Tap, code="wd"):
    alert: int


@dataclass(frozen=True, slots=True)
class AskRecall(Tap, code="ai"):
    """Ask to be sure."""

    alert: int
    recall: Recall


@dataclass(frozen=True, slots=True)
class RecallAlert(Tap, code="am"):
    alert: int
    recall: Recall


@dataclass(frozen=True, slots=True)
class AskExport(Tap, code="wx"):
    """Ask in what form it is to be taken out as a file, or what for."""

    alert: int
    form: Form | None


@dataclass(frozen=True, slots=True)
class ExportAlert(Tap, code="we"):
    alert: int
    form: Form
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class UseTemplate(Tap, code="wu"):
    alert: int
    template: Template


@dataclass(frozen=True, slots=True)
class ShowTemplates(Tap, code="ws"):
    """All of them, or one."""

    alert: int
    template: Template | None


@dataclass(frozen=True, slots=True)
class AskTemplateText(Tap, code="wt"):
    template: Template
    language: Language


@dataclass(frozen=True, slots=True)
class RestoreTemplate(Tap, code="wr"):
    template: Template
