"""Measurements: quality against gold data in a folder given, speed beside a bare parse."""
