"""`golive doctor`: whether a workspace can do its work; reads only, and asks no server but an S3 target."""

from __future__ import annotations

from generator.doctor.deals import examine_deals
from generator.doctor.finding import Finding, well, wrong
from generator.doctor.place import examine_clock, examine_disk, examine_secret, examine_state
from generator.doctor.target import examine_target, examine_url
from generator.errors import FaultsError, GoliveError
from generator.session import Session


def examine(session: Session) -> list[Finding]:
    """Look at everything, in the order in which one would mend it; without settings there is no more."""
    try:
        workspace = session.workspace
    except FaultsError as error:
        return [wrong("config", str(fault), "mend this line of mkdocs.yml") for fault in error.faults]
    except GoliveError as error:
        return [wrong("config", str(error), "go to your workspace's folder, or make one: golive init DIR")]
    found = [well("config", f"{workspace.config_file} is sound")]
    found += examine_secret(workspace, session.environ)
    found += examine_state(workspace)
    found += examine_disk(workspace)
    found += examine_target(workspace)
    found += examine_url(workspace)
    found += examine_clock(workspace, session.clock)
    found += examine_deals(workspace, session.clock)
    found += session.mail_findings(session)
    return found
