from .pages import GlossaryPage, QuizPage, RecognisePage, SheetsPage
from .quiz import QuizQuestion, WrongAnswer
from .terms import Term

__all__ = [
    "GlossaryPage",
    "QuizPage",
    "QuizQuestion",
    "RecognisePage",
    "SheetsPage",
    "Term",
    "WrongAnswer",
]
