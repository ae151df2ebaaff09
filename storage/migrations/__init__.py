"""Alembic's revisions of the tables. A new one: change models.py, then `python -m storage.migrations "what is new"`."""
