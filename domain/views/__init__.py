"""What a message in a chat shows, as data: every view by its name. What they have in common stands in `view`."""

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
from domain.views.view import KINDS, Gone, View, decode, subject

__all__ = [
    "KINDS",
    "AlertCard",
    "AlertMessage",
    "Digest",
    "Farewell",
    "Gone",
    "Help",
    "Inbox",
    "InviteCard",
    "InvitePicture",
    "Joining",
    "Menu",
    "MyReports",
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
