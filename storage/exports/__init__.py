"""The formats of storage/export.py, one module each, and what describes and reads them."""
