"""Find a person's messages without reading all: whoever is revoked has theirs redrawn within the minute."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_index("ix_messages_person_id", "messages", ["person_id"])
