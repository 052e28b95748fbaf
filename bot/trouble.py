"""What went wrong, for the operator. Apart from the rest, so that a command need not load all of it to say so."""


class Trouble(Exception):
    """In words for the operator; several lines when there are several faults."""
