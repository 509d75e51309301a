"""What can be undone and redone since the diary was opened."""

from __future__ import annotations

from cramplog.domain.steps import Step


class History:
    """Steps done, the latest last, and steps undone that can be done again."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def last(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def add(self, step: Step) -> None:
        """A step was done. Within one visit to a form it joins the step before it."""
        self._undone.clear()
        if step.visit is not None and self._done and self._done[-1].visit == step.visit:
            self._done[-1] = self._done[-1].followed_by(step)
        else:
            self._done.append(step)

    def forget(self) -> None:
        """What was done until now can no longer be undone."""
        self._done.clear()
        self._undone.clear()

    def undone(self) -> None:
        """The last step was taken back."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """The step undone last was done again."""
        self._done.append(self._undone.pop())
