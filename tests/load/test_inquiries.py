"""The small form of `make load`."""

from tests.browser.scratch import prepared
from tests.load.inquiries import run


def test_no_acknowledged_inquiry_is_lost_or_doubled_when_the_server_is_killed(
    tmp_path_factory, worker_id
):
    shared = tmp_path_factory.getbasetemp()
    outcome = run(prepared((shared if worker_id == "master" else shared.parent) / "site"), 60, 3)
    assert outcome.kills >= 1
    assert not outcome.refused
    assert outcome.acknowledged == outcome.sent
    assert sorted(outcome.stored) == sorted(outcome.sent)
    assert not outcome.without_mail
    assert len(set(outcome.mails)) == len(outcome.mails)
