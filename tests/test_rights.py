"""Who may do what, tried over the wire: every tap and every command, by everybody, at their own site and elsewhere.

What is expected stands in the two tables below: they are written from what was promised, not from the code.
Roles of one site have two marks, one for people of the site where the thing is and one for people of another site;
`+` is allowed, `-` refused. Somebody who is no member is always refused, but for the steps of joining.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import pytest
import pytest_asyncio

from domain.people import Role
from handlers.callback_data import TAPS, Tap
from handlers.commands import COMMANDS, KEYBOARDS
from handlers.routes import TAP_HANDLERS
from locales import say
from storage import Db
from tests.phones import Phone
from tests.stage import (
    ANOTHER,
    DRUGS_NUMBER,
    JOINING,
    MAKE,
    MEMBERS,
    NO_MEMBERS,
    NOWHERE,
    NUMBER,
    ONE_OF_EACH,
    SECRET,
    STRANGER,
    STRATEGIST,
    Actor,
    enter,
    everything,
    example,
    person_of,
)
from tests.town import Town, founded

# One bot for all, in one process (tests/conftest.py): what was refused is compared with what was there before.
pytestmark = pytest.mark.asyncio(loop_scope="module")

TAP_TABLE = """
tap                       at                            guard manager owner business partner strategist auditor

Ask                       own draft                     +-    +-      +-    +-       +-      +          -
Ask                       another's draft               --    --      --    --       --      -          -
ChooseSite                own draft                     +-    +-      +-    +-       +-      +          -
ChooseSite                own draft, to the other site  --    --      --    --       --      +          -
ChooseSite                another's draft               --    --      --    --       --      -          -
ChooseCategory            own draft                     +-    +-      +-    +-       +-      +          -
ChooseCategory            another's draft               --    --      --    --       --      -          -
ChoosePlace               own draft                     +-    +-      +-    +-       +-      +          -
ChoosePlace               another's draft               --    --      --    --       --      -          -
ChooseSeverity            own draft                     +-    +-      +-    +-       +-      +          -
ChooseSeverity            another's draft               --    --      --    --       --      -          -
ChooseWhen                own draft                     +-    +-      +-    +-       +-      +          -
ChooseWhen                another's draft               --    --      --    --       --      -          -
ChooseCount               own draft                     +-    +-      +-    +-       +-      +          -
ChooseCount               another's draft               --    --      --    --       --      -          -
ChooseOngoing             own draft                     +-    +-      +-    +-       +-      +          -
ChooseOngoing             another's draft               --    --      --    --       --      -          -
ClearText                 own draft                     +-    +-      +-    +-       +-      +          -
ClearText                 another's draft               --    --      --    --       --      -          -
HowToAdd                  own draft                     ++    ++      ++    ++       ++      +          +
HowToAdd                  another's draft               --    --      --    --       --      -          -
SendReport                own draft                     +-    +-      +-    +-       +-      +          -
SendReport                another's draft               --    --      --    --       --      -          -
DiscardReport             own draft                     +-    +-      +-    +-       +-      +          -
DiscardReport             another's draft               --    --      --    --       --      -          -
UndoReport                own report                    ++    ++      ++    ++       ++      +          +
UndoReport                another's report              --    --      --    --       --      -          -
Corroborate               own draft                     +-    +-      +-    +-       +-      +          -
Corroborate               another's draft               --    --      --    --       --      -          -
CallAnother               own draft                     +-    +-      +-    +-       +-      +          -
CallAnother               another's draft               --    --      --    --       --      -          -
AskTeller                 own draft                     --    --      --    --       --      +          -
AskTeller                 another's draft               --    --      --    --       --      -          -
ChooseTeller              own draft                     --    --      --    --       --      +          -
ChooseTeller              another's draft               --    --      --    --       --      -          -
OwnObservation            own draft                     +-    +-      +-    +-       +-      +          -
OwnObservation            another's draft               --    --      --    --       --      -          -
BackToDraft               own draft                     ++    ++      ++    ++       ++      +          +
BackToDraft               another's draft               --    --      --    --       --      -          -
TurnMine                  nothing                       ++    ++      ++    ++       ++      +          -
OpenMine                  own report                    ++    ++      ++    ++       ++      +          +
OpenMine                  another's report              --    --      --    --       --      -          -

AskCorrection             own report                    +-    +-      +-    +-       +-      +          -
AskCorrection             another's report              --    --      --    --       --      +          -
AskCorrection             another's draft               --    --      --    --       --      -          -
Correct                   own report                    +-    +-      +-    +-       +-      +          -
Correct                   own, to the other site        --    --      --    --       --      +          -
Correct                   another's report              --    --      --    --       --      +          -
RewriteText               own report                    +-    +-      +-    +-       +-      +          -
RewriteText               another's report              --    --      --    --       --      +          -
AskWithdrawal             own report                    +-    +-      +-    +-       +-      +          -
AskWithdrawal             another's report              --    --      --    --       --      +          -
WithdrawReport            own report                    +-    +-      +-    +-       +-      +          -
WithdrawReport            another's report              --    --      --    --       --      +          -
BackToReport              own report                    ++    ++      ++    ++       ++      +          +
BackToReport              another's report              +-    +-      +-    --       +-      +          -
BackToReport              report of drugs               --    --      --    --       --      +          -
ShowHistory               own report                    ++    ++      ++    ++       ++      +          +
ShowHistory               another's report              --    --      --    --       --      +          -
ShowHistory               report of drugs               --    --      --    --       --      +          -

OpenReport                report of violence            +-    +-      +-    --       +-      +          -
OpenReport                report of drugs               --    --      --    --       --      +          -
OpenReport                another's draft               --    --      --    --       --      -          -
OpenNext                  report of violence            --    --      --    --       --      +          -
OpenGroup                 report of violence            --    --      --    --       --      +          -
OpenGroup                 report of drugs               --    --      --    --       --      +          -
ReadGroup                 report of violence            --    --      --    --       --      +          -
ReadGroup                 report of drugs               --    --      --    --       --      +          -
CloseGroup                report of violence            --    --      --    --       --      +          -
CloseGroup                report of drugs               --    --      --    --       --      +          -
ShowMore                  report of violence            --    --      --    --       --      +          -
ShowAttachments           report of violence            --    --      --    --       --      +          -
ShowAttachments           report of drugs               --    --      --    --       --      +          -
ShowCorroborations        report of violence            --    --      --    --       --      +          -
ShowCorroborations        report of drugs               --    --      --    --       --      +          -
AskMerge                  report of violence            --    --      --    --       --      +          -
AskMerge                  report of drugs               --    --      --    --       --      +          -
MergeReport               two reports                   --    --      --    --       --      +          -
SplitReport               report of violence            --    --      --    --       --      +          -
SplitReport               report of drugs               --    --      --    --       --      +          -
AskNote                   report of violence            --    --      --    --       --      +          -
AskReason                 report of violence            --    --      --    --       --      +          -
CloseReport               report of violence            --    --      --    --       --      +          -
CloseReport               report of drugs               --    --      --    --       --      +          -
ReopenReport              report of violence            --    --      --    --       --      +          -
ReopenReport              report of drugs               --    --      --    --       --      +          -
TurnInbox                 nothing                       --    --      --    --       --      +          -
ShareText                 report with a text            --    --      --    --       --      +          -
AskRelease                report with a text            --    --      --    --       --      +          -
ChooseReaders             report with a text            --    --      --    --       --      +          -
ReleaseText               report with a text            --    --      --    --       --      +          -
ReleaseText               own report                    --    --      --    --       --      +          -
AskRewording              report with a text            --    --      --    --       --      +          -
EndRelease                report with a text            --    --      --    --       --      +          -
EndRelease                text for guards               --    --      --    --       --      +          -
ReadText                  text for guards               +-    --      --    --       --      -          -
ReadText                  report of drugs               --    --      --    --       --      -          -
ApproveReport             heads-up                      --    --      --    --       --      +          -

TurnSearch                nothing                       --    --      --    --       --      +          -
AskFilter                 nothing                       --    --      --    --       --      +          -
ChooseFilter              nothing                       --    --      --    --       --      +          -
ClearSearch               nothing                       --    --      --    --       --      +          -
OpenFound                 report of violence            --    --      --    --       --      +          -
OpenFound                 report of drugs               --    --      --    --       --      +          -

ChooseLanguage            nothing                       ++    ++      ++    ++       ++      +          +
UseTelegramName           nothing                       ++    ++      ++    ++       ++      +          +
AskName                   nothing                       ++    ++      ++    ++       ++      +          +
ChooseQuiet               nothing                       ++    ++      ++    ++       ++      +          +
AcceptTerms               nothing                       ++    ++      ++    ++       ++      +          +
DeclineTerms              nothing                       ++    ++      ++    ++       ++      +          +

TurnPeople                nothing                       --    --      --    --       --      +          -
OpenPerson                member                        --    --      --    --       --      +          -
AskRevoke                 member                        --    --      --    --       --      +          -
Revoke                    member                        --    --      --    --       --      +          -
ChooseInviteRole          own invite                    --    --      --    --       --      +          -
ChooseInviteRole          another's invite              --    --      --    --       --      -          -
ChooseInviteSite          own invite                    --    --      --    --       --      +          -
ChooseInviteSite          another's invite              --    --      --    --       --      -          -
ChooseInviteOrganisation  own invite                    --    --      --    --       --      +          -
ChooseInviteOrganisation  another's invite              --    --      --    --       --      -          -
TurnOrganisations         own invite                    --    --      --    --       --      +          -
TurnOrganisations         another's invite              --    --      --    --       --      -          -
NameOrganisation          own invite                    --    --      --    --       --      +          -
NameOrganisation          another's invite              --    --      --    --       --      -          -
StepBackInInvite          own invite                    --    --      --    --       --      +          -
StepBackInInvite          another's invite              --    --      --    --       --      -          -
ShowInvitePicture         own link                      --    --      --    --       --      +          -
ShowInvitePicture         another's link                --    --      --    --       --      -          -
CancelInvite              own link                      --    --      --    --       --      +          -
CancelInvite              another's link                --    --      --    --       --      -          -
BeginInvite               nothing                       --    --      --    --       --      +          -
ShowPosts                 member of two sites           --    --      --    --       --      +          -
AddPost                   member of two sites           --    --      --    --       --      +          -
ChoosePost                member of two sites           --    --      --    --       --      +          -
TakePost                  member of two sites           --    --      --    --       --      +          -
GivePost                  member                        --    --      --    --       --      +          -
AskLost                   member                        --    --      --    --       --      +          -
LosePhone                 member                        --    --      --    --       --      +          -
ChangePhone               member                        --    --      --    --       --      +          -
Approve                   somebody waiting              --    --      --    --       --      +          -
Deny                      somebody waiting              --    --      --    --       --      +          -
AskForWhom                nothing                       --    --      --    --       --      +          -
OpenInvite                own group                     --    --      --    --       --      +          -
OpenInvite                another's group               --    --      --    --       --      -          -
ShowWaiting               own group                     --    --      --    --       --      +          -
ShowWaiting               another's group               --    --      --    --       --      -          -
ApproveAll                own group                     --    --      --    --       --      +          -
ApproveAll                another's group               --    --      --    --       --      -          -
ApproveListed             own group                     --    --      --    --       --      +          -
DenyListed                own group                     --    --      --    --       --      +          -
ConfirmPhone              claimed phone                 --    --      --    --       --      +          -
DenyPhone                 claimed phone                 --    --      --    --       --      +          -

ShowDeputy                nothing                       ++    ++      ++    ++       ++      +          +
ChooseDeputy              colleague                     ++    ++      ++    ++       ++      +          +
ChooseDeputy              stranger to them              --    --      --    --       --      -          -
NameDeputy                colleague                     ++    ++      ++    ++       ++      +          +
NameDeputy                stranger to them              --    --      --    --       --      -          -
EndDeputyship             own deputyship                ++    ++      ++    ++       ++      +          +
EndDeputyship             others' deputyship            --    --      --    --       --      -          -

ShowRotas                 nothing                       --    --      --    --       --      +          -
ShowRota                  nothing                       --    --      --    --       --      +          -
ShowRotaNights            nothing                       --    --      --    --       --      +          -
ShowRotaSlot              nothing                       --    --      --    --       --      +          -
AddToRota                 member                        --    --      --    --       --      +          -
ClearRota                 nothing                       --    --      --    --       --      +          -

ComposeAlert              nothing                       --    --      --    --       --      +          -
AskAlert                  own alert                     --    --      --    --       --      +          -
AskAlert                  another's alert               --    --      --    --       --      -          -
ChooseLevel               own alert                     --    --      --    --       --      +          -
ChooseLevel               another's alert               --    --      --    --       --      -          -
ChooseLasts               own alert                     --    --      --    --       --      +          -
ChooseLasts               another's alert               --    --      --    --       --      -          -
ChooseGoal                own alert                     --    --      --    --       --      +          -
ChooseGoal                another's alert               --    --      --    --       --      -          -
MarkDrill                 own alert                     --    --      --    --       --      +          -
MarkDrill                 another's alert               --    --      --    --       --      -          -
RemovePhoto               own alert                     --    --      --    --       --      +          -
RemovePhoto               another's alert               --    --      --    --       --      -          -
ChooseAlertDay            own alert                     --    --      --    --       --      +          -
ChooseAlertDay            another's alert               --    --      --    --       --      -          -
ChooseAlertHour           own alert                     --    --      --    --       --      +          -
ChooseAlertHour           another's alert               --    --      --    --       --      -          -
PickAlertSite             own alert                     --    --      --    --       --      +          -
PickAlertSite             another's alert               --    --      --    --       --      -          -
PickAlertRole             own alert                     --    --      --    --       --      +          -
PickAlertRole             another's alert               --    --      --    --       --      -          -
PickAlertOrganisation     own alert                     --    --      --    --       --      +          -
PickAlertOrganisation     another's alert               --    --      --    --       --      -          -
OrderAlert                own alert                     --    --      --    --       --      +          -
OrderAlert                another's alert               --    --      --    --       --      -          -
CallBackAlert             ordered alert                 --    --      --    --       --      +          -
CallBackAlert             another's order               --    --      --    --       --      +          -
HurryAlert                ordered alert                 --    --      --    --       --      +          -
HurryAlert                another's order               --    --      --    --       --      +          -
DiscardAlert              own alert                     --    --      --    --       --      +          -
DiscardAlert              another's alert               --    --      --    --       --      -          -
UseTemplate               own alert                     --    --      --    --       --      +          -
UseTemplate               another's alert               --    --      --    --       --      -          -
ShowTemplates             own alert                     --    --      --    --       --      +          -
ShowTemplates             another's alert               --    --      --    --       --      -          -
PickAlertPerson           own, and a member             --    --      --    --       --      +          -
PickAlertPerson           other's, and a member         --    --      --    --       --      -          -
AnswerAlert               alert to oneself              ++    ++      ++    ++       ++      +          +
AnswerAlert               alert to others               --    --      --    --       --      -          -
OpenHelp                  need for help                 --    --      --    --       --      +          -
ShowAlert                 sent alert                    --    --      --    --       --      +          -
ShowNames                 sent alert                    --    --      --    --       --      +          -
CorrectAlert              sent alert                    --    --      --    --       --      +          -
AskAlertCorrection        sent alert                    --    --      --    --       --      +          -
DropAlertCorrection       sent alert                    --    --      --    --       --      +          -
AskRecall                 sent alert                    --    --      --    --       --      +          -
RecallAlert               sent alert                    --    --      --    --       --      +          -
ShowAlert                 another's alert               --    --      --    --       --      -          -
ShowNames                 another's alert               --    --      --    --       --      -          -
AskExport                 sent alert                    --    --      --    --       --      +          -
ExportAlert               sent alert                    --    --      --    --       --      +          -
ExportAlert               another's alert               --    --      --    --       --      -          -
ShowAlerts                nothing                       --    --      --    --       --      +          -
AskTemplateText           nothing                       --    --      --    --       --      +          -
RestoreTemplate           nothing                       --    --      --    --       --      +          -

AskReminder               own reminder                  --    ++      ++    --       --      +          -
AskReminder               another's reminder            --    --      --    --       --      -          -
PickReminderSite          own reminder                  --    +-      +-    --       --      +          -
PickReminderSite          another's reminder            --    --      --    --       --      -          -
PickReminderRole          own reminder                  --    ++      ++    --       --      +          -
PickReminderRole          another's reminder            --    --      --    --       --      -          -
RemindOnlyMe              own reminder                  --    ++      ++    --       --      +          -
RemindOnlyMe              another's reminder            --    --      --    --       --      -          -
ChooseDay                 own reminder                  --    ++      ++    --       --      +          -
ChooseDay                 another's reminder            --    --      --    --       --      -          -
ChooseHour                own reminder                  --    ++      ++    --       --      +          -
ChooseHour                another's reminder            --    --      --    --       --      -          -
SetReminder               own reminder                  --    +-      +-    --       --      +          -
SetReminder               another's reminder            --    --      --    --       --      -          -
DiscardReminder           own reminder                  --    ++      ++    --       --      +          -
DiscardReminder           another's reminder            --    --      --    --       --      -          -
FinishReminder            rung reminder                 +-    +-      +-    +-       +-      +          -

ShowBriefing              nothing                       ++    ++      ++    --       ++      +          -
StartShift                nothing                       ++    --      --    --       --      -          -
EndShift                  own shift                     ++    ++      ++    ++       ++      +          +
EndShift                  another's shift               --    --      --    --       --      -          -
ReportCalm                nothing                       ++    ++      ++    ++       ++      +          -
AskFocusSite              nothing                       --    --      --    --       --      +          -
OpenFocus                 nothing                       --    --      --    --       --      +          -
RewriteFocus              focus                         --    --      --    --       --      +          -
RemoveFocus               focus                         --    --      --    --       --      +          -

ShowOrganisations         nothing                       --    --      --    --       --      +          -
OpenOrganisation          organisation                  --    --      --    --       --      +          -
AskOrganisation           organisation                  --    --      --    --       --      +          -
AskAgreement              organisation                  --    --      --    --       --      +          -
UsualPurpose              organisation                  --    --      --    --       --      +          -
ChooseAgreedArea          organisation                  --    --      --    --       --      +          -
AgreeOn                   organisation                  --    --      --    --       --      +          -
EndAgreement              organisation                  --    --      --    --       --      +          -
ReportStructuredOnly      organisation                  --    --      --    --       --      +          -
ShowContacts              organisation                  --    --      --    --       --      +          -
AppointContact            member                        --    --      --    --       --      +          -
ShowShifts                organisation                  --    --      --    --       --      +          -
ExpectShifts              organisation                  --    --      --    --       --      +          -
ExpectAsOnMonday          organisation                  --    --      --    --       --      +          -
ShowNamed                 organisation                  --    --      --    --       --      +          -
NamePerson                organisation                  --    --      --    --       --      +          -
AskRemoveNamed            named person                  --    --      --    --       --      +          -
RemoveNamed               named person                  --    --      --    --       --      +          -
ShowTextRights            partner                       --    --      --    --       --      +          -
LetRead                   partner                       --    --      --    --       --      +          -
NamePolice                partner                       --    --      --    --       --      +          -
LetRead                   member                        --    --      --    --       --      -          -

"""

COMMAND_TABLE = """
command  guard manager owner business partner strategist auditor

report   ++    ++      ++    ++       ++      +          -
again    ++    ++      ++    ++       ++      +          -
calm     ++    ++      ++    ++       ++      +          -
shift    ++    ++      ++    --       ++      +          -
mine     ++    ++      ++    ++       ++      +          -
picture  ++    ++      ++    ++       ++      +          -
inbox    --    --      --    --       --      +          -
alert    --    --      --    --       --      +          -
remind   --    ++      ++    --       --      +          -
people   --    --      --    --       --      +          -
status   --    --      --    --       --      +          -
settings ++    ++      ++    ++       ++      +          +
privacy  ++    ++      ++    ++       ++      +          +
help     ++    ++      ++    ++       ++      +          +
cancel   ++    ++      ++    ++       ++      +          +
start    ++    ++      ++    ++       ++      +          +
"""

ROLES = {
    "guard": Role.GUARD,
    "manager": Role.CENTRE_MANAGER,
    "owner": Role.PROPERTY_OWNER,
    "business": Role.BUSINESS,
    "partner": Role.PARTNER,
    "strategist": Role.STRATEGIST,
    "auditor": Role.AUDITOR,
}
STEPS_OF_JOINING = ("ChooseLanguage", "UseTelegramName", "AcceptTerms", "DeclineTerms")

NOT_ALLOWED = say("sv", "refusal-not-allowed")
NO_MEMBER = say("sv", "stranger")
OLD_BUTTON = say("sv", "refusal-stale")
LONG_TIME = 30.0
"""Real seconds that an answer may take while everybody taps at once."""

NOT_OURS = (
    "zz:1",
    "rf",
    "rf:",
    "rf:1:2",
    "rf:1x",
    "rf:1.5",
    "rf:\N{ARABIC-INDIC DIGIT ONE}",
    "rf:" + "9" * 30,
    "ro:1:2",
    "rw:1:never",
    "rv:1:9",
    "td:1:2026-02-30",
    ":",
    "rf:1\n",
    "\N{COLLISION SYMBOL}" * 16,
    "x" * 64,
)
"""Callback data that no button of ours has ever carried."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the taps' table: who may do it at that."""

    tap: type[Tap]
    at: str
    marks: dict[Role, str]

    def allows(self, actor: Actor) -> bool:
        return allowed(self.marks, actor)


def allowed(marks: dict[Role, str], actor: Actor) -> bool:
    if actor not in MEMBERS or actor.role is None:
        return False
    return marks[actor.role][-1 if actor.place == "away" else 0] == "+"


def read_taps() -> list[Row]:
    kinds = {kind.__name__: kind for kind in TAPS.values()}
    header, *lines = filter(None, TAP_TABLE.splitlines())
    at, first = header.index("at"), header.index("guard")
    return [Row(kinds[line[:at].strip()], line[at:first].strip(), _marks(header, line[first:])) for line in lines]


def read_commands() -> dict[str, dict[Role, str]]:
    header, *lines = filter(None, COMMAND_TABLE.splitlines())
    first = header.index("guard")
    return {line[:first].strip(): _marks(header, line[first:]) for line in lines}


def _marks(header: str, line: str) -> dict[Role, str]:
    return dict(zip((ROLES[name] for name in header.split() if name in ROLES), line.split(), strict=True))


@dataclass(slots=True)
class Stage:
    """A town in which everybody tries everything, and the data of each tap by who tries it and its row."""

    town: Town
    phones: dict[Actor, Phone]
    cards: dict[Actor, int]
    taps: dict[tuple[Actor, int], str]

    async def lay_out_cards(self) -> None:
        """Everybody asks for help; what comes, help or a refusal, is the message that they tap at from now on."""
        for actor, phone in self.phones.items():
            await phone.says("/hjalp")
            self.cards[actor] = (await phone.receives(lambda message: bool(message.text))).id

    async def tap(self, actor: Actor, data: str) -> str | None:
        """What the tap was answered, or None when it was not."""
        body = {"message_id": self.cards[actor], "data": data, "wait": LONG_TIME}
        answer = (await self.town.sandbox.line.post(f"/phones/{actor.id}/tap", body))["answer"]
        return None if answer is None else str(answer["text"] or "")

    async def all_tap(self, tries: Iterable[tuple[Actor, str]]) -> list[tuple[Actor, str, str | None]]:
        """Each person's taps one after the other, everybody's side by side: who, what, and what it was answered."""
        by_actor: dict[Actor, list[str]] = {}
        for actor, data in tries:
            by_actor.setdefault(actor, []).append(data)
        done = await asyncio.gather(*(self._taps_of(actor, each) for actor, each in by_actor.items()))
        return [answered for answers in done for answered in answers]

    async def _taps_of(self, actor: Actor, tries: Sequence[str]) -> list[tuple[Actor, str, str | None]]:
        return [(actor, data, await self.tap(actor, data)) for data in tries]

    async def remembered(self) -> dict[str, set[tuple[Any, ...]]]:
        await self.town.settles()
        return await self.town.store.read(everything)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    actors = (ANOTHER, *MEMBERS, *NO_MEMBERS)
    async with founded(tmp_path_factory.mktemp("rights"), rates=0, cast=()) as town:
        phones = {actor: await town.stranger(actor.id, actor.name) for actor in actors}
        for actor in actors:
            await town.store.write(enter, actor)
        taps = await town.store.write(_make_all)
        await town.opens()
        for phone in phones.values():
            await phone.starts()
        await town.settles()
        stage = Stage(town, phones, {}, taps)
        await stage.lay_out_cards()
        yield stage


def _make_all(db: Db) -> dict[tuple[Actor, int], str]:
    """Something of its own for every try that is allowed, so that none is spoilt by another.

    What is refused changes nothing: there everybody tries all of their taps at the same thing of its kind.
    """
    another = person_of(db, ANOTHER)
    shared: dict[tuple[Actor, str], Mapping[str, Any]] = {}

    def made(actor: Actor, row: Row) -> Mapping[str, Any]:
        if not row.allows(actor) and (actor, row.at) in shared:
            return shared[actor, row.at]
        thing = MAKE[row.at](db, person_of(db, actor), another)
        return thing if row.allows(actor) else shared.setdefault((actor, row.at), thing)

    everybody, rows = (*MEMBERS, *NO_MEMBERS), list(enumerate(read_taps()))
    return {(actor, number): example(row.tap, made(actor, row)) for actor in everybody for number, row in rows}


def refusal_for(actor: Actor) -> str:
    return NO_MEMBER if actor in NO_MEMBERS else NOT_ALLOWED


async def test_every_tap_and_command_is_in_the_tables() -> None:
    assert {row.tap for row in read_taps()} == set(TAPS.values()) == set(TAP_HANDLERS)
    assert set(read_commands()) == {command.english for command in COMMANDS}


async def test_taps_that_are_not_allowed_are_refused_and_change_nothing(stage: Stage) -> None:
    rows = read_taps()
    before = await stage.remembered()
    tries = [
        (actor, data)
        for (actor, number), data in stage.taps.items()
        if not rows[number].allows(actor) and not (actor == JOINING and rows[number].tap.__name__ in STEPS_OF_JOINING)
    ]
    answers = await stage.all_tap(tries)
    wrong = [f"{actor.name}: {data} → {said!r}" for actor, data, said in answers if said != refusal_for(actor)]
    assert not wrong, "\n".join(wrong)
    assert differences(before, await stage.remembered()) == []


async def test_taps_at_what_never_was_are_refused_and_change_nothing(stage: Stage) -> None:
    kinds = [kind for kind in TAPS.values() if {each.name for each in fields(kind)} & NOWHERE.keys() - {"after"}]
    before = await stage.remembered()
    answers = await stage.all_tap((actor, example(kind, NOWHERE)) for actor in ONE_OF_EACH for kind in kinds)
    wrong = [f"{actor.name}: {data} → {said!r}" for actor, data, said in answers if said != refusal_for(actor)]
    assert not wrong, "\n".join(wrong)
    assert differences(before, await stage.remembered()) == []


async def test_taps_that_no_button_of_ours_carries_are_answered_and_change_nothing(stage: Stage) -> None:
    before = await stage.remembered()
    answers = await stage.all_tap((actor, data) for actor in (MEMBERS[0], ANOTHER, STRANGER) for data in NOT_OURS)
    told = {STRANGER: refusal_for(STRANGER)}
    wrong = [
        f"{actor.name}: {data!r} → {said!r}" for actor, data, said in answers if said != told.get(actor, OLD_BUTTON)
    ]
    assert not wrong, "\n".join(wrong)
    assert differences(before, await stage.remembered()) == []


async def test_commands_that_are_not_allowed_are_refused_and_change_nothing(stage: Stage) -> None:
    before = await stage.remembered()
    await asyncio.gather(*(_is_refused_commands(stage, actor) for actor in (*MEMBERS, *NO_MEMBERS)))
    assert differences(before, await stage.remembered()) == []


async def _is_refused_commands(stage: Stage, actor: Actor) -> None:
    for english, marks in read_commands().items():
        if allowed(marks, actor) or (actor == JOINING and english == "start"):
            continue
        for words in ways_to_say(english):
            await stage.phones[actor].says(words)
            await stage.phones[actor].receives(refusal_for(actor), patience=LONG_TIME)


async def test_taps_that_are_allowed_are_not_refused_even_twice(stage: Stage) -> None:
    rows = read_taps()
    tries = [(actor, data) for (actor, number), data in stage.taps.items() if rows[number].allows(actor)]
    answers = await stage.all_tap(twice for once in tries for twice in (once, once))
    wrong = [
        f"{actor.name}: {data} → {said!r}" for actor, data, said in answers if said in (None, NOT_ALLOWED, NO_MEMBER)
    ]
    assert not wrong, "\n".join(wrong)


async def test_commands_that_are_allowed_are_answered(stage: Stage) -> None:
    await asyncio.gather(*(_is_answered_commands(stage, actor) for actor in MEMBERS))


async def _is_answered_commands(stage: Stage, actor: Actor) -> None:
    phone = stage.phones[actor]
    for english, marks in read_commands().items():
        for words in ways_to_say(english) if allowed(marks, actor) else ():
            await phone.says(words)
            reply = await phone.receives(lambda message: bool(message.text), patience=LONG_TIME)
            assert NOT_ALLOWED not in reply, f"{actor.name}: {words}"
            assert NO_MEMBER not in reply, f"{actor.name}: {words}"


@pytest.mark.parametrize("step", STEPS_OF_JOINING)
async def test_somebody_joining_may_take_each_step(stage: Stage, step: str) -> None:
    number = STEPS_OF_JOINING.index(step)
    actor = Actor(1500 + number, JOINING.place)
    phone = stage.phones[actor] = await stage.town.stranger(actor.id, "Sven")
    await stage.town.store.write(enter, actor)
    await phone.starts()
    stage.cards[actor] = (await phone.sees("Godkänn")).id
    [kind] = [kind for kind in TAPS.values() if kind.__name__ == step]
    assert await stage.tap(actor, example(kind, {})) not in (None, NOT_ALLOWED, NO_MEMBER)


async def test_nobody_but_a_strategist_was_shown_what_is_secret(stage: Stage) -> None:
    rows = read_taps()
    opening = [
        (actor, stage.taps[actor, number]) for actor, number in stage.taps if rows[number].tap.__name__ == "OpenReport"
    ]
    await stage.lay_out_cards()
    await stage.all_tap(opening)
    await stage.town.settles()
    chats = {actor: "\n".join(map(str, await phone.chat())) for actor, phone in stage.phones.items()}
    neighbours = {actor for actor in MEMBERS if actor.place == "home" and actor.role is not Role.BUSINESS}
    assert {actor for actor, chat in chats.items() if SECRET in chat} == {STRATEGIST}
    assert {actor for actor, chat in chats.items() if f"#{DRUGS_NUMBER}" in chat} == {STRATEGIST}
    assert {actor for actor, chat in chats.items() if f"#{NUMBER}" in chat} >= neighbours
    assert {actor for actor, chat in chats.items() if f"#{NUMBER}" in chat} <= {*neighbours, STRATEGIST}


def ways_to_say(english: str) -> list[str]:
    """The command by both names, and the key of the keyboard that says the same."""
    [command] = [each for each in COMMANDS if each.english == english]
    keys = {name for rows in KEYBOARDS.values() for row in rows for name in row}
    return [f"/{name}" for name in sorted(command.names)] + (
        [say("sv", f"keyboard-{english}")] if english in keys else []
    )


def differences(before: dict[str, set[tuple[Any, ...]]], after: dict[str, set[tuple[Any, ...]]]) -> list[str]:
    """What is in one and not in the other, a line each."""
    return [f"{table}: {row}" for table, rows in before.items() for row in rows ^ after[table]]
