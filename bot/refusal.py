"""What cannot be done, said in sentences to whoever wanted it. Every part may raise it; the command line prints it."""


class RefusedError(Exception):
    """Ends a command without a traceback: what is wrong, where, and what to do, a sentence each."""

    exit_code = 1
    """What the command ends with."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences
