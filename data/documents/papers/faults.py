"""What the world may get wrong about a document; the code names it, views have the words."""

from __future__ import annotations


class PaperFault(Exception):
    """A document that cannot be made or written. `code` names the reason, `params` what it is about.

    Codes: no_such_subject, no_scores, template_missing, template_unreadable, template_not_word, template_too_large,
    template_reaches_out.
    """

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason as a code."""
        super().__init__(code, params)
        self.code = code
        self.params = params
