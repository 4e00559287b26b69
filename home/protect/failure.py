"""What reporters type is kept if the database fails."""

from gi_site.intake.failure import KeepsTypedText

from .forms import MessageForm, ReportForm

keeps_typed_text = KeepsTypedText(MessageForm, ReportForm)
