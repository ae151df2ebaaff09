"""The tables of storage/models.py for Core statements, which write pages several times faster than mapped objects."""

from sqlalchemy import Table

from storage.models import Base

_tables = Base.metadata.tables

portal: Table = _tables["portal"]
run: Table = _tables["run"]
page: Table = _tables["page"]
body: Table = _tables["body"]
version: Table = _tables["version"]
visit: Table = _tables["visit"]
column: Table = _tables["column"]
entry: Table = _tables["entry"]
target: Table = _tables["target"]
link: Table = _tables["link"]
link_check: Table = _tables["link_check"]
probe: Table = _tables["probe"]
report: Table = _tables["report"]
metric: Table = _tables["metric"]
check: Table = _tables["check"]
finding: Table = _tables["finding"]
flip: Table = _tables["flip"]
channel: Table = _tables["channel"]
notification: Table = _tables["notification"]
incident: Table = _tables["incident"]
mute: Table = _tables["mute"]
lead: Table = _tables["lead"]
lease: Table = _tables["lease"]
timetable: Table = _tables["timetable"]
