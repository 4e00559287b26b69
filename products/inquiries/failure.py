"""What buyers and producers type is kept if the database fails."""

from gi_site.intake.failure import KeepsTypedText

from .forms import InquiryForm, LineForm, LostLinkForm, MessageForm, OutcomeForm

keeps_typed_text = KeepsTypedText(
    LostLinkForm, MessageForm, OutcomeForm, InquiryForm, line_form=LineForm
)
