"""Where published files go: a folder, or a bucket of S3; and a store that only writes down."""

from generator.deploy.stores.dry import DryStore
from generator.deploy.stores.folder import FolderStore
from generator.deploy.stores.opening import open_store
from generator.deploy.stores.records import Moved, Record, Records
from generator.deploy.stores.store import Store

__all__ = ["DryStore", "FolderStore", "Moved", "Record", "Records", "Store", "open_store"]
