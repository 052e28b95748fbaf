"""What a message in a chat shows, as data: every view by its name. What they have in common stands in `view`."""

from domain.views.deputies import DeputyCard, DeputyNews
from domain.views.general import Help, Notice, Privacy, Removed, Settings, Status
from domain.views.people import Farewell, InviteCard, InvitePicture, Joining, Menu, People, PersonCard, Welcome
from domain.views.reports import (
    Inbox,
    MyReports,
    OwnReport,
    ReporterNote,
    ReportOpened,
    ReportPhoto,
    ReportPosition,
    ReportPush,
)
from domain.views.sendings import AlertCard, AlertMessage, Digest, ReminderCard, ReminderMessage
from domain.views.shifts import Briefing, FocusCard, FocusSites, NewShift
from domain.views.view import KINDS, Gone, View, decode, subject

__all__ = [
    "KINDS",
    "AlertCard",
    "AlertMessage",
    "Briefing",
    "DeputyCard",
    "DeputyNews",
    "Digest",
    "Farewell",
    "FocusCard",
    "FocusSites",
    "Gone",
    "Help",
    "Inbox",
    "InviteCard",
    "InvitePicture",
    "Joining",
    "Menu",
    "MyReports",
    "NewShift",
    "Notice",
    "OwnReport",
    "People",
    "PersonCard",
    "Privacy",
    "ReminderCard",
    "ReminderMessage",
    "Removed",
    "ReportOpened",
    "ReportPhoto",
    "ReportPosition",
    "ReportPush",
    "ReporterNote",
    "Settings",
    "Status",
    "View",
    "Welcome",
    "decode",
    "subject",
]
