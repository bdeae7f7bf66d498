"""From built pages to private links: stores, manifests and the order of publishing."""
