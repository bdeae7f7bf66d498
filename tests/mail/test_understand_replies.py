"""What buyers write, in all our languages, and what a careful person records from it."""

import pytest
from answers import Case, cases, context_of, decided, read_whole, verdict, whole_mail, wholes

# Read too carefully: golive asks, or only notes, where a person would have recorded it; never the reverse.
NOT_YET = {
    "bank/first-20",
    "bank/third-84",
    "city/first-69",
    "city/third-66",
    "bank/eighth-11",
    "bank/eighth-18",
    "bank/eighth-36",
    "bank/eighth-55",
}


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in cases()])
def test_reads_what_is_meant(case: Case) -> None:
    decision = decided(case)
    expected = {"asked", "missed"} if case.name in NOT_YET else {"correct"}
    assert verdict(case, decision) in expected, decision


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in wholes()])
def test_reads_whole_mails_of_real_clients(case: Case) -> None:
    decision = read_whole(whole_mail(case), context_of(case))
    assert verdict(case, decision) == "correct", decision
